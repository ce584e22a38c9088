import type { Episode, StrayPrint } from '../../market/episode.ts'
import type { Candle } from '../../market/row.ts'
import type { Course } from '../../shared/course.ts'
import { isStray } from '../../ui/card/is-stray.ts'
import type { ChartCandles } from '../chart/chart-candles.ts'

/** What was known of the price from a moment on: quote per base, or 1 + median return of a whole market. */
export interface KnownPrice {
  /** Market time (ms) from which on it was known: of a candle its end. */
  readonly at: number
  /** Begin of the time it is about (ms); the same as `at` for a price of one moment. */
  readonly from: number
  readonly high: number
  readonly low: number
  readonly last: number
}

/**
 * Everything stored that tells a price until a moment (market time, ms), oldest first. Stray prints are left
 * out.
 */
export function knownPrices(
  { line, updatedAt, strayPrint }: Episode,
  { steps }: Course,
  { candles, intervalMs }: Pick<ChartCandles, 'candles' | 'intervalMs'>,
  until: number,
): readonly KnownPrice[] {
  const print = strayPrint && strayPrint.at <= until ? strayPrint : null
  const ofMoment = (at: number, price: number): readonly KnownPrice[] =>
    isStray(price, print) ? [] : [{ at, from: at, high: price, low: price, last: price }]
  const ofLine = line.values.flatMap((price, i) =>
    ofMoment(updatedAt - (line.values.length - 1 - i) * line.stepMs, price),
  )
  const all = [
    ...candles.flatMap((candle) => ofCandle(candle, intervalMs, print)),
    ...ofLine,
    ...steps.flatMap(({ at, price }) => ofMoment(at, price)),
  ]
  return all.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)
}

function ofCandle(
  { at, open, high, low, close }: Candle,
  intervalMs: number,
  print: StrayPrint | null,
): readonly KnownPrice[] {
  const prices = [open, high, low, close].filter((price) => !isStray(price, print))
  const last = prices.at(-1)
  if (last === undefined) return []
  return [{ at: at + intervalMs, from: at, high: Math.max(...prices), low: Math.min(...prices), last }]
}
