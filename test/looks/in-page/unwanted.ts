import type { Line } from './line.ts'

/** Texts that no reader may see. */
export interface Unwanted {
  /** Keys of texts. */
  readonly keys: readonly string[]
  /** Texts of other languages that differ from this one's. */
  readonly foreign: readonly string[]
}

/** Traces of a text whose values were not filled in. */
const unfilled = /\{\w+\}|\bundefined\b|\bNaN\b|\[object/

/** Lines that are keys, unfilled, or in another language without being marked as such. */
export function unreadable(lines: readonly Line[], { keys, foreign }: Unwanted): Line[] {
  const known = new Set([...keys, ...foreign])
  return lines.filter(({ text, element }) => {
    const marked = element.closest('[lang]')
    const isQuoted = marked !== null && !marked.matches('html, .keiho')
    return !isQuoted && (known.has(text) || unfilled.test(text))
  })
}
