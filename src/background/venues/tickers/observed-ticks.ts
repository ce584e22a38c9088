import type { TickerPoll } from '../../../exchanges/feeds/rest-call.ts'
import type { Tick } from '../../../market/tick.ts'

/**
 * Ticks of an answer with the time at which they were observed. Where a row names its last trade instead, the
 * answer's time takes its place: a pair that has not traded for an hour has its price now, and the market's clock
 * must not follow its thin pairs into the past.
 *
 * @param at when the venue answered, ms UTC
 */
export function observedTicks(
  ticks: readonly Tick[],
  { rowTimes }: Pick<TickerPoll, 'rowTimes'>,
  at: number,
): readonly Tick[] {
  return rowTimes === 'last-trade' ? ticks.map((tick) => ({ ...tick, at, changedAt: tick.at })) : ticks
}
