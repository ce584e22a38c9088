/** Evenly spaced bars that every line of the chart shares; times in ms UTC. */
export interface Grid {
  /** Open of the first bar: a whole multiple of the interval. */
  readonly from: number
  readonly intervalMs: number
  /** Number of bars. */
  readonly size: number
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** Lengths of a bar to choose from. */
const intervals = [1, 3, 5, 15, 30, 60, 240].map((n) => n * minuteMs)
/** More bars than this are thinner than their border. */
const barsMost = 120
/** What is shown before the start: enough to see what was usual. */
const lead = { least: 15 * minuteMs, most: 2 * hourMs, share: 0.6 }
/** What is shown after the end: the first half hour at least. */
const tail = { least: 30 * minuteMs, most: 2 * hourMs, share: 0.4 }
/** What is shown of a pair on which nothing is flagged. */
const quietMs = 3 * hourMs

/** A span of market time, ms. */
export interface Span {
  readonly from: number
  readonly to: number
}

const part = (length: number, { least, most, share }: typeof lead) =>
  Math.min(most, Math.max(least, length * share))

/**
 * The span of time a chart shows.
 *
 * @param episode start and end (undefined: it runs) of what it is about; null: the last hours
 * @param marketNow the venue's clock, ms
 */
export function spanOf(
  episode: { readonly startedAt: number; readonly endedAt: number | undefined } | null,
  marketNow: number,
): Span {
  if (!episode) return { from: marketNow - quietMs, to: marketNow }
  const { startedAt, endedAt } = episode
  const length = (endedAt ?? marketNow) - startedAt
  const to = endedAt === undefined ? marketNow : Math.min(marketNow, endedAt + part(length, tail))
  return { from: startedAt - part(length, lead), to: Math.max(to, startedAt) }
}

/** The shortest bars with which a span fits the chart, ms. */
export function intervalOf({ from, to }: Span): number {
  return intervals.find((ms) => (to - from) / ms <= barsMost) ?? intervals.at(-1) ?? minuteMs
}

/** The bars of a span. One more is left free at the end, so that the present does not touch the edge. */
export function gridOf(span: Span, intervalMs = intervalOf(span)): Grid {
  const from = Math.floor(span.from / intervalMs) * intervalMs
  const size = Math.floor((span.to - from) / intervalMs) + 2
  return { from, intervalMs, size: Math.min(size, 4 * barsMost) }
}

/** The bar a time falls in, from 0; outside the grid where the time is. */
export function slotOf({ from, intervalMs }: Grid, at: number): number {
  return Math.floor((at - from) / intervalMs)
}

/** Where a time lies on the chart's axis of bars, whose middles are the whole numbers. */
export function logicalOf({ from, intervalMs }: Grid, at: number): number {
  return (at - from) / intervalMs - 0.5
}

export function endOf({ from, intervalMs, size }: Grid): number {
  return from + size * intervalMs
}
