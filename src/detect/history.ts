import type { Candle } from '../market/row.ts'
import { decay } from '../stats/decay.ts'
import { emptyBaseline, pushBaseline } from './baseline.ts'
import type { Engine } from './engine-state.ts'
import { grownMinutes, slowPriceHalfLife } from './settings.ts'

const minuteMs = 60_000

/** Whether a pair's baseline has seen too little to be trusted, so that the venue's candles are worth a request. */
export function isYoung(engine: Engine, symbol: string): boolean {
  const pair = engine.pairs.get(symbol)
  // Before the first frame there is no market time to place candles in.
  return engine.at > 0 && pair !== undefined && pair.baseline.minutes < grownMinutes
}

/**
 * Gives a young pair the past that the engine has not seen: its baseline and slow price as if it had listened
 * all along. What a 24-h ticker can seed is coarse: a day's range says little of a minute's bounce.
 *
 * @param candles one-minute candles, oldest first; the running minute and what the engine itself has heard of it stay
 */
export function takeHistory(engine: Engine, symbol: string, candles: readonly Candle[]): void {
  const pair = engine.pairs.get(symbol)
  const over = candles.filter((candle) => candle.at + minuteMs <= engine.at)
  if (!pair || over.length <= pair.baseline.minutes) return
  const { minuteTurnover, minuteCount, minuteClose } = pair.baseline
  const baseline = emptyBaseline()
  let slowPrice = Math.log(over[0]!.open)
  for (const { at, close, quoteVolume, count, open } of over) {
    pushBaseline(baseline, Math.floor((at - engine.lost) / minuteMs), close, quoteVolume, count ?? 0)
    slowPrice += decay(minuteMs, slowPriceHalfLife) * (Math.log(open) - slowPrice)
  }
  const now = Math.floor((engine.at - engine.lost) / minuteMs)
  pushBaseline(baseline, now, minuteClose || over.at(-1)!.close, minuteTurnover, minuteCount)
  Object.assign(pair.baseline, baseline)
  pair.slowPrice = slowPrice
}
