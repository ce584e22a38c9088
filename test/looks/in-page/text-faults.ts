import { isSeen, linesOf } from './line.ts'
import { lossOf } from './loss.ts'
import { overlapsOf } from './overlaps.ts'
import { unreadable, type Unwanted } from './unwanted.ts'

/** All faults of the text below a root, one line each; empty without any. */
export function faultsOf(root: Element | null, unwanted: Unwanted): string[] {
  const lines = root ? linesOf(root) : []
  if (!root || lines.length === 0) return ['there is nothing to read']
  const lost = lines.flatMap((line) => {
    const loss = lossOf(line)
    return loss ? [`${loss}: ${line.text}`] : []
  })
  const over = overlapsOf(lines).map(([a, b]) => `overlap: ${a.text} / ${b.text}`)
  const words = unreadable(lines, unwanted).map(({ text }) => `untranslated: ${text}`)
  return [
    ...new Set([
      ...(root === document.body ? tooWide() : []),
      ...lost,
      ...over,
      ...fullFields(root),
      ...words,
    ]),
  ]
}

/** A page that scrolls horizontally. */
function tooWide(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  return scrollWidth > clientWidth + 1 ? [`the page is ${scrollWidth - clientWidth} px too wide`] : []
}

/** Fields that are too narrow for their value. */
function fullFields(root: Element): string[] {
  return [
    ...root.querySelectorAll<HTMLInputElement>('input:not([type=radio], [type=checkbox], [type=range])'),
  ]
    .filter((field) => isSeen(field) && field.scrollWidth > field.clientWidth + 1)
    .map(({ value }) => `cut: ${value}`)
}
