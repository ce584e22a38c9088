import type { Listing } from '../../../src/market/pair.ts'
import type { Detector } from './detector.ts'

const hourMs = 3_600_000
const minuteMs = 60_000

/**
 * A detector that is restarted cold once an hour: measures detection shortly after a start.
 *
 * @param create makes a cold detector
 * @param minute of the hour at which it restarts
 */
export function restarting(create: () => Detector, minute: number): Detector {
  let detector = create()
  let listed: readonly Listing[] = []
  let hour = -1
  return {
    list(listings) {
      listed = [...listed, ...listings]
      detector.list(listings)
    },
    ticks(ticks, at) {
      const now = Math.floor((at - minute * minuteMs) / hourMs)
      if (now > hour) {
        hour = now
        detector = create()
        detector.list(listed)
      }
      return detector.ticks(ticks, at)
    },
    trades: (symbol, trades, at) => detector.trades(symbol, trades, at),
    backfill: (symbol, trades, at) => detector.backfill(symbol, trades, at),
    follows: () => detector.follows(),
    unfollow: (symbol) => detector.unfollow(symbol),
    quietUntil: () => Math.min(detector.quietUntil(), (hour + 1) * hourMs + minute * minuteMs),
  }
}
