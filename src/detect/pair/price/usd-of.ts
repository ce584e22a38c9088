import type { MarketData } from '../market-data.ts'

/**
 * USD per unit of a quote currency; undefined where unknown. Names of currencies come from the wire, and every object
 * inherits something by the name of `constructor`.
 */
export function usdOf({ usd }: Pick<MarketData, 'usd'>, quote: string | null): number | undefined {
  return quote !== null && Object.hasOwn(usd, quote) ? usd[quote] : undefined
}
