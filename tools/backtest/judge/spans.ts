import type { TimeSpan } from './announcement.ts'

/** Length in ms of the union of the spans. */
export function unionLength(spans: readonly TimeSpan[]): number {
  let length = 0
  let end = -Infinity
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    if (to <= end) continue
    length += to - Math.max(from, end)
    end = to
  }
  return length
}

/** The intersections of `span` with each of the others. */
export function clip(span: TimeSpan, others: readonly TimeSpan[]): TimeSpan[] {
  return others
    .map(({ from, to }) => ({ from: Math.max(from, span.from), to: Math.min(to, span.to) }))
    .filter(({ from, to }) => to > from)
}
