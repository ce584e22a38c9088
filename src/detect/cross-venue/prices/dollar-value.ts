import { dollars } from '../../../market/dollars.ts'
import { pegTolerance } from '../../settings.ts'
import { agreedMedian } from '../../value/agreed-median.ts'
import type { CurrencyValue, DollarValue } from './valuation.ts'

/**
 * The value of the numeraire in US dollars. A market for the dollar itself (USDT/USD, BTC/USD, or yen with a forex
 * rate) decides. Without one, *stablecoins are assumed to be worth a dollar if most of them agree* within 2 %; a
 * single one is assumed unchecked. If they disagree without a majority, the value is unknown (USDC in March 2023
 * stood at 0.88).
 *
 * @param values of currencies, in the numeraire
 */
export function dollarValueOf(values: ReadonlyMap<string, CurrencyValue>): DollarValue | null {
  const dollar = values.get('USD')
  if (dollar) return { value: 1 / dollar.value, validUntil: dollar.validUntil, assumed: false }
  const stablecoins = [...values].filter(([currency]) => dollars.has(currency)).map(([, value]) => value)
  const median = agreedMedian(
    stablecoins.map(({ value }) => value),
    pegTolerance,
  )
  if (!median) return null
  return {
    value: 1 / median.value,
    validUntil: Math.max(...stablecoins.map(({ validUntil }) => validUntil)),
    assumed: true,
  }
}
