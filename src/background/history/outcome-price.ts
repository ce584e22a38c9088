import type { Engine } from '../../detect/engine-state.ts'
import type { Candle } from '../../market/row.ts'
import { forEachMinute } from '../../stats/minutes.ts'

const minuteMs = 60_000

// The price at a time is the close of the minute that contains it, by the engine and by the venue's candles alike.

/** Whether the minute that contains `at` is over, market time, ms. */
export function isOver(at: number, now: number): boolean {
  return now >= minuteEndOf(at)
}

/** The price by the engine's bars of the last hour; null where it received nothing of the pair then. */
export function enginePrice(engine: Engine, symbol: string, at: number): number | null {
  const pair = engine.data.pairs.get(symbol)
  if (!pair) return null
  let price: number | null = null
  forEachMinute(pair.tables.bars, pair.row, engine.data.at, (endsAt, logPrice) => {
    if (endsAt === minuteEndOf(at)) price = Math.exp(logPrice)
  })
  return price
}

/**
 * The price by one-minute candles, oldest first; null where they end before. A minute without trades has no
 * candle: the last one before it counts.
 */
export function candlePrice(candles: readonly Candle[], at: number): number | null {
  const minute = minuteEndOf(at) - minuteMs
  if ((candles.at(-1)?.at ?? -Infinity) < minute) return null
  return candles.findLast((candle) => candle.at <= minute)?.close ?? null
}

const minuteEndOf = (at: number) => (Math.floor(at / minuteMs) + 1) * minuteMs
