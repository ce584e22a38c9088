import type { Candle } from '../../market/row.ts'
import { decay } from '../../stats/decay.ts'
import { pushBaseline } from './push-baseline.ts'
import { copyBaseline, emptyBaselines, growBaselines } from './baselines.ts'
import type { MarketData } from './market-data.ts'
import { matureMinutes, slowPriceHalfLifeMs } from '../settings.ts'

const minuteMs = 60_000

/** Whether a pair's baseline has seen too little to be trusted, so that the venue's candles are worth a request. */
export function needsHistory(data: MarketData, symbol: string): boolean {
  const pair = data.pairs.get(symbol)
  // Before the first frame there is no market time to place candles in.
  return data.at > 0 && pair !== undefined && data.tables.baseline.minutes[pair.row]! < matureMinutes
}

/**
 * Gives a young pair the past that the data has not seen: its baseline and slow price as if it had listened
 * all along. What a 24-h ticker can seed is coarse: a day's range says little of a minute's bounce.
 *
 * @param candles one-minute candles, oldest first; the running minute and what the data itself has heard of it stay
 */
export function seedHistory(data: MarketData, symbol: string, candles: readonly Candle[]): void {
  const pair = data.pairs.get(symbol)
  const over = candles.filter((candle) => candle.at + minuteMs <= data.at)
  if (!pair) return
  const { row, tables } = pair
  const { minutes, minuteTurnover, minuteCount } = tables.baseline
  if (over.length <= minutes[row]!) return
  const past = emptyBaselines()
  growBaselines(past, 1)
  let slowPrice = Math.log(over[0]!.open)
  for (const { at, close, quoteVolume, count, open } of over) {
    const minute = Math.floor((at - data.lost) / minuteMs)
    pushBaseline(past, 0, minute, Math.log(close), quoteVolume, count ?? 0)
    slowPrice += decay(minuteMs, slowPriceHalfLifeMs) * (Math.log(open) - slowPrice)
  }
  const now = Math.floor((data.at - data.lost) / minuteMs)
  const price = pair.last || over.at(-1)!.close
  pushBaseline(past, 0, now, Math.log(price), minuteTurnover[row]!, minuteCount[row]!)
  copyBaseline(past, 0, tables.baseline, row)
  tables.slowPrice[row] = slowPrice
}
