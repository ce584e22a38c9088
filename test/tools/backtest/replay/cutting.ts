import type { Engine } from '../../../../src/detect/engine-state.ts'
import { type Detector, detectorOf } from '../../../../tools/backtest/replay/detector.ts'

/**
 * A detector whose engine is replaced at given times by one restored from its state: tests that both behave the
 * same.
 *
 * @param cuts market times, ms UTC: before the first data at or after each the engine is replaced
 * @param reborn makes the engine that goes on
 */
export function cutting(
  engine: Engine,
  cuts: readonly number[],
  reborn: (engine: Engine) => Engine,
): Detector {
  let detector = detectorOf(engine)
  const due = cuts.toSorted((a, b) => a - b)
  const at = (now: number): Detector => {
    while (due.length > 0 && due[0]! <= now) {
      due.shift()
      engine = reborn(engine)
      detector = detectorOf(engine)
    }
    return detector
  }
  return {
    list: (listings) => detector.list(listings),
    ticks: (ticks, now) => at(now).ticks(ticks, now),
    trades: (symbol, trades, now) => at(now).trades(symbol, trades, now),
    backfill: (symbol, trades, now) => at(now).backfill(symbol, trades, now),
    follows: () => detector.follows(),
    unfollow: (symbol) => detector.unfollow(symbol),
    quietUntil: () => detector.quietUntil(),
  }
}
