import type { Listing } from '../../src/market/pair.ts'
import type { MarketRow } from '../../src/exchanges/perpetual/read-market.ts'
import type { Tick } from '../../src/market/tick.ts'

/** Quotes worth about the same at every venue come first: their prices can be compared. */
const quotes = ['USDT', 'USD', 'USDC', 'JPY', 'KRW', 'EUR', 'BTC']

/** The rows of one type. */
export function ofType<T extends MarketRow['type']>(
  rows: readonly MarketRow[],
  type: T,
): readonly Extract<MarketRow, { type: T }>[] {
  return rows.filter((row): row is Extract<MarketRow, { type: T }> => row.type === type)
}

/**
 * The pair to look at more closely: of Bitcoin in a quote that other venues have too, with the most turnover; else any
 * that trades. Where the list of pairs cannot be read, the tickers say what there is.
 */
export function mainListing(listings: readonly Listing[], ticks: readonly Tick[]): Listing | undefined {
  const turnover = new Map(
    ticks.map((tick) => [tick.symbol, tick.quoteVolume ?? (tick.baseVolume ?? 0) * tick.last]),
  )
  const rank = ({ base, quote }: Listing) =>
    Number(base === 'BTC') * quotes.length + (quotes.length - [...quotes, quote].indexOf(quote))
  return (listings.length > 0 ? listings : ticks.flatMap(asListing))
    .filter(({ state }) => state === 'trading')
    .toSorted((a, b) => rank(b) - rank(a) || (turnover.get(b.symbol) ?? 0) - (turnover.get(a.symbol) ?? 0))[0]
}

function asListing({ symbol, base, quote }: Tick): readonly Listing[] {
  return base === null || quote === null ? [] : [{ type: 'symbol', symbol, base, quote, state: 'trading' }]
}
