import { ancestorsOf, type Line } from './line.ts'

/** Pairs of lines that overlap. */
export function overlapsOf(lines: readonly Line[]): [Line, Line][] {
  const sorted = [...lines].sort((a, b) => a.box.top - b.box.top)
  const layers = new Map(sorted.map((line) => [line, layerOf(line.element)]))
  return sorted.flatMap((line, i) =>
    sorted
      .slice(i + 1)
      .filter((other) => layers.get(line) === layers.get(other) && areOver(line, other))
      .map((other): [Line, Line] => [line, other]),
  )
}

/** A quarter of a line's height at top and bottom is spacing, not letters. */
function areOver({ box: a }: Line, { box: b }: Line): boolean {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const top = Math.max(a.top + a.height / 4, b.top + b.height / 4)
  const bottom = Math.min(a.bottom - a.height / 4, b.bottom - b.height / 4)
  return wide > 1 && bottom - top > 1
}

/** Overlays cover what is below them on purpose; scrolling areas cut their content at the edge. */
function layerOf(element: Element): Element | undefined {
  return ancestorsOf(element).find((each) => {
    const { position, backgroundColor, overflowY } = getComputedStyle(each)
    const isAbove = ['fixed', 'sticky', 'absolute'].includes(position)
    return (isAbove && backgroundColor !== 'rgba(0, 0, 0, 0)') || overflowY === 'auto'
  })
}
