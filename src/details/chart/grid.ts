/** The evenly spaced bars that all series of the chart share; times in ms UTC. */
export interface TimeGrid {
  /** Open of the first bar: a whole multiple of the interval. */
  readonly from: number
  readonly intervalMs: number
  /** Number of bars. */
  readonly size: number
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** Possible lengths of a bar (ms). */
const intervals = [1, 3, 5, 15, 30, 60, 240].map((n) => n * minuteMs)
/** With more bars, each would be thinner than its border. */
const maxBars = 120
/** Time shown before the start, enough to see what is usual; a share of the episode's duration. */
const leadIn = { minMs: 15 * minuteMs, maxMs: 2 * hourMs, share: 0.6 }
/** Time shown after the end, at least half an hour; a share of the episode's duration. */
const leadOut = { minMs: 30 * minuteMs, maxMs: 2 * hourMs, share: 0.4 }
/** Time shown of a pair without an episode. */
const defaultSpanMs = 3 * hourMs

/** A span of market time (ms). */
export interface TimeSpan {
  readonly from: number
  readonly to: number
}

const boundedShare = (lengthMs: number, { minMs, maxMs, share }: typeof leadIn) =>
  Math.min(maxMs, Math.max(minMs, lengthMs * share))

/**
 * The span of time a chart shows.
 *
 * @param episode start and end (undefined while it runs) of the episode; null: the last hours
 * @param marketNow market time (ms)
 */
export function spanOf(
  episode: { readonly startedAt: number; readonly endedAt: number | undefined } | null,
  marketNow: number,
): TimeSpan {
  if (!episode) return { from: marketNow - defaultSpanMs, to: marketNow }
  const { startedAt, endedAt } = episode
  const lengthMs = (endedAt ?? marketNow) - startedAt
  const to =
    endedAt === undefined ? marketNow : Math.min(marketNow, endedAt + boundedShare(lengthMs, leadOut))
  return { from: startedAt - boundedShare(lengthMs, leadIn), to: Math.max(to, startedAt) }
}

/** The shortest bars with which a span fits the chart, ms, each of whole candles of `candleMs`. */
export function intervalOf({ from, to }: TimeSpan, candleMs = minuteMs): number {
  const whole = intervals.filter((ms) => ms % candleMs === 0)
  return whole.find((ms) => (to - from) / ms <= maxBars) ?? whole.at(-1) ?? candleMs
}

/** The bars of a span, and an empty one at the end, so that the present does not touch the edge. */
export function gridOf(span: TimeSpan, intervalMs = intervalOf(span)): TimeGrid {
  const from = Math.floor(span.from / intervalMs) * intervalMs
  const size = Math.floor((span.to - from) / intervalMs) + 2
  return { from, intervalMs, size: Math.min(size, 4 * maxBars) }
}

/** Index of the bar that contains a time; outside 0…size−1 for times outside the grid. */
export function slotOf({ from, intervalMs }: TimeGrid, at: number): number {
  return Math.floor((at - from) / intervalMs)
}

/** Position of a time on the library's axis, where whole numbers are the centres of bars. */
export function logicalOf({ from, intervalMs }: TimeGrid, at: number): number {
  return (at - from) / intervalMs - 0.5
}

export function endOf({ from, intervalMs, size }: TimeGrid): number {
  return from + size * intervalMs
}
