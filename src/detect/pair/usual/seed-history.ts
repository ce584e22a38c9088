import type { Candle } from '../../../market/row.ts'
import { decay } from '../../../stats/decay.ts'
import { pushBaseline } from './push-baseline.ts'
import { copyBaseline, emptyBaselines, growBaselines } from './baselines.ts'
import type { MarketData } from '../market-data.ts'
import { matureMinutes, slowPriceHalfLifeMs } from '../../settings.ts'

const minuteMs = 60_000

/** Whether a pair's baseline is too young to be trusted, so that the venue's candles should be requested. */
export function needsHistory(data: MarketData, symbol: string): boolean {
  const pair = data.pairs.get(symbol)
  // Before the first frame there is no market time to map candles to.
  return data.at > 0 && pair !== undefined && data.tables.baseline.minutes[pair.row]! < matureMinutes
}

/**
 * Replaces a young pair's baseline and slow price by those of candles, as if the pair had been observed all along.
 * Seeding from a 24-h ticker is coarse: the range of a day says little about the variance of a minute.
 *
 * @param candles one-minute candles, oldest first; candles not closed yet are ignored, and what was observed of
 *   the running minute is kept
 */
export function seedHistory(data: MarketData, symbol: string, candles: readonly Candle[]): void {
  const pair = data.pairs.get(symbol)
  const closed = candles.filter((candle) => candle.at + minuteMs <= data.at)
  if (!pair) return
  const { row, tables } = pair
  const { minutes, minuteTurnover, minuteCount } = tables.baseline
  if (closed.length <= minutes[row]!) return
  const past = emptyBaselines()
  growBaselines(past, 1)
  let slowPrice = Math.log(closed[0]!.open)
  for (const { at, close, baseVolume, quoteVolume = baseVolume * close, count, open } of closed) {
    const minute = Math.floor((at - data.lost) / minuteMs)
    pushBaseline(past, 0, minute, Math.log(close), quoteVolume, count ?? 0)
    slowPrice += decay(minuteMs, slowPriceHalfLifeMs) * (Math.log(open) - slowPrice)
  }
  const now = Math.floor((data.at - data.lost) / minuteMs)
  const price = pair.last || closed.at(-1)!.close
  pushBaseline(past, 0, now, Math.log(price), minuteTurnover[row]!, minuteCount[row]!)
  copyBaseline(past, 0, tables.baseline, row)
  tables.slowPrice[row] = slowPrice
}
