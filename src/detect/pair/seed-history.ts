import type { Candle } from '../../market/row.ts'
import { decay } from '../../stats/decay.ts'
import { pushBaseline } from './push-baseline.ts'
import { copyBaseline, emptyBaselines, growBaselines } from './baselines.ts'
import type { Engine } from '../engine-state.ts'
import { grownMinutes, slowPriceHalfLife } from '../settings.ts'

const minuteMs = 60_000

/** Whether a pair's baseline has seen too little to be trusted, so that the venue's candles are worth a request. */
export function needsHistory(engine: Engine, symbol: string): boolean {
  const pair = engine.pairs.get(symbol)
  // Before the first frame there is no market time to place candles in.
  return engine.at > 0 && pair !== undefined && engine.tables.baseline.minutes[pair.row]! < grownMinutes
}

/**
 * Gives a young pair the past that the engine has not seen: its baseline and slow price as if it had listened
 * all along. What a 24-h ticker can seed is coarse: a day's range says little of a minute's bounce.
 *
 * @param candles one-minute candles, oldest first; the running minute and what the engine itself has heard of it stay
 */
export function seedHistory(engine: Engine, symbol: string, candles: readonly Candle[]): void {
  const pair = engine.pairs.get(symbol)
  const over = candles.filter((candle) => candle.at + minuteMs <= engine.at)
  if (!pair) return
  const { row, tables } = pair
  const { minutes, minuteTurnover, minuteCount } = tables.baseline
  if (over.length <= minutes[row]!) return
  const past = emptyBaselines()
  growBaselines(past, 1)
  let slowPrice = Math.log(over[0]!.open)
  for (const { at, close, quoteVolume, count, open } of over) {
    const minute = Math.floor((at - engine.lost) / minuteMs)
    pushBaseline(past, 0, minute, Math.log(close), quoteVolume, count ?? 0)
    slowPrice += decay(minuteMs, slowPriceHalfLife) * (Math.log(open) - slowPrice)
  }
  const now = Math.floor((engine.at - engine.lost) / minuteMs)
  const price = pair.last || over.at(-1)!.close
  pushBaseline(past, 0, now, Math.log(price), minuteTurnover[row]!, minuteCount[row]!)
  copyBaseline(past, 0, tables.baseline, row)
  tables.slowPrice[row] = slowPrice
}
