import type { Engine } from '../../detect/engine-state.ts'
import type { Candle } from '../../market/row.ts'
import { forEachMinute } from '../../stats/minutes.ts'

const minuteMs = 60_000

// The price at a moment is the close of the minute that holds it, by the engine as by the venue's candles.

/** Whether the minute that holds `at` is over, market time, ms. */
export function isOver(at: number, now: number): boolean {
  return now >= minuteEnd(at)
}

/** What the engine saw of the last hour; null where it did not hear the pair then. */
export function heardPrice(engine: Engine, symbol: string, at: number): number | null {
  const pair = engine.data.pairs.get(symbol)
  if (!pair) return null
  let price: number | null = null
  forEachMinute(pair.tables.bars, pair.row, engine.data.at, (endsAt, level) => {
    if (endsAt === minuteEnd(at)) price = Math.exp(level)
  })
  return price
}

/**
 * What one-minute candles say, oldest first; null where they do not reach so far. A minute without trades has no
 * candle: the last one before it holds.
 */
export function candlePrice(candles: readonly Candle[], at: number): number | null {
  const minute = minuteEnd(at) - minuteMs
  if ((candles.at(-1)?.at ?? -Infinity) < minute) return null
  return candles.findLast((candle) => candle.at <= minute)?.close ?? null
}

const minuteEnd = (at: number) => (Math.floor(at / minuteMs) + 1) * minuteMs
