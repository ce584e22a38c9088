import { liveTape } from '../../detect/pair/trade-feed.ts'
import { tapeWindow } from '../../detect/trades/tape-window.ts'
import type { Pair } from '../../market/pair.ts'
import type { TapeSummary } from '../../shared/messages/queries.ts'
import { symbolsOf } from './symbols.ts'
import type { Venue } from './venue.ts'

/** The span of the engine's tape, s. */
const maxSeconds = 60

/** Taker trades of a pair in the last minute; null while its trades do not arrive. */
export function tapeSummaryOf(
  pair: Pair,
  venues: readonly Pick<Venue, 'exchange' | 'engine'>[],
): TapeSummary | null {
  const venue = venues.find(({ exchange }) => exchange.id === pair.venue)
  const [symbol] = venue ? symbolsOf(venue, [pair]) : []
  const followed = symbol === undefined ? undefined : venue?.engine.data.pairs.get(symbol)
  const tape = followed ? liveTape(followed) : null
  if (!venue || !tape || tape.at === 0) return null
  const at = Math.max(venue.engine.data.at, tape.at)
  // A young tape covers less than the window. It counts in whole seconds, the first included.
  const coveredSeconds = Math.floor(at / 1000) - Math.floor(tape.since / 1000) + 1
  const seconds = Math.min(maxSeconds, Math.max(1, coveredSeconds))
  const { count, buys, rushLevels, turnover, buyTurnover } = tapeWindow(tape, at, seconds)
  return {
    windowMs: seconds * 1000,
    trades: count,
    takerBuys: buys,
    rushOrders: rushLevels,
    buyShare: turnover > 0 ? buyTurnover / turnover : null,
    turnover,
  }
}
