import { agreedMedian } from './agreed-median.ts'
import { pegTolerance } from '../settings.ts'
import type { Dollar, Worth } from './worth.ts'
import { dollars } from '../../settings.ts'

/**
 * What the measure is worth in dollars. Where a market trades the dollar itself (USDT/USD, BTC/USD, or yen with a
 * forex rate), that says it. Where none does, *dollar coins are assumed to be worth a dollar if most of them agree*
 * within 2 %; with a single one nothing checks it, and it is assumed as it is. Where they disagree (USDC in
 * March 2023 stood at .88) and there is no majority, nothing is known.
 */
export function dollarOf(worths: ReadonlyMap<string, Worth>): Dollar | null {
  const dollar = worths.get('USD')
  if (dollar) return { value: 1 / dollar.value, until: dollar.until, assumed: false }
  const coins = [...worths].filter(([currency]) => dollars.has(currency)).map(([, worth]) => worth)
  const middle = agreedMedian(
    coins.map(({ value }) => value),
    pegTolerance,
  )
  if (!middle) return null
  return { value: 1 / middle.value, until: Math.max(...coins.map(({ until }) => until)), assumed: true }
}
