import type { ContractQuote } from '../../market/contract-quote.ts'
import type { MarketData } from '../pair/market-data.ts'
import { isTraded } from './is-traded.ts'
import type { PerpetualData } from './perpetual-data.ts'

/** How old, by their market's clock, ms, a price and an index may be: some indices are told each 15 s. */
const maxAgeMs = { price: 15_000, index: 30_000 } as const

/**
 * The contracts of coins of a perpetual market as they stand now: at the last price where something is traded, else at
 * the mark. What has neither, or no index, is left out.
 */
export function contractQuotes(data: MarketData, perpetual: PerpetualData | null): readonly ContractQuote[] {
  if (!perpetual) return []
  const { venue, pairs, at } = data
  const { mark, markAt, index, indexAt } = perpetual.tables
  return [...perpetual.rows].flatMap(([symbol, row]) => {
    const pair = pairs.get(symbol)
    if (!pair?.base || !pair.quote || pair.class !== 'crypto' || pair.listing !== 'trading') return []
    const isLast = !pair.stray && at - pair.at <= maxAgeMs.price && isTraded(data, pair, at, at)
    const price = isLast ? pair.last : at - markAt[row]! <= maxAgeMs.price ? mark[row]! : 0
    const spot = at - indexAt[row]! <= maxAgeMs.index ? index[row]! : 0
    const { base, quote } = pair
    return price > 0 && spot > 0 ? [{ venue, symbol, base, quote, price, index: spot }] : []
  })
}
