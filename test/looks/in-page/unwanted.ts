import type { Line } from './line.ts'

/** Texts that no reader should meet as they are. */
export interface Unwanted {
  /** Names of texts. */
  readonly keys: readonly string[]
  /** Texts of the other language that this one says differently. */
  readonly foreign: readonly string[]
}

/** What shows where a text was not filled in. */
const unfilled = /\{\w+\}|\bundefined\b|\bNaN\b|\[object/

/** The lines that were not made for a reader of this language. What is marked as another language is. */
export function unreadable(lines: readonly Line[], { keys, foreign }: Unwanted): Line[] {
  const known = new Set([...keys, ...foreign])
  return lines.filter(({ text, element }) => {
    const marked = element.closest('[lang]')
    const isQuoted = marked !== null && !marked.matches('html, .keiho')
    return !isQuoted && (known.has(text) || unfilled.test(text))
  })
}
