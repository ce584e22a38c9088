import type { Bar } from '../../market/bar.ts'
import { minuteMs } from '../../market/bar.ts'
import type { ContractTerms } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import { seedOf } from '../../market/random.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import type { VenueTrade } from '../../market/venue-trades.ts'
import { plainDecimal } from '../plain-decimal.ts'

// What /info and the streams hold: https://hyperliquid.gitbook.io/hyperliquid-docs/for-developers/api/info-endpoint.

/** Coins that are quoted by the thousand. */
const byThousand: readonly string[] = ['TRX', 'NPXS', 'DENT']

/** An exchange that others run: the number of its dollar, the coins that it lists, and what of its list is no coin. */
export const otherExchange = {
  name: 'hyna',
  quote: 'USDE',
  collateralToken: 235,
  bases: ['BTC', 'ETH', 'ADA', 'TRX'],
  metal: 'GOLD',
} as const

/** What a contract is called: kTRX where its price is for a thousand, hyna:BTC on that exchange. */
export function nameOf(base: string, quote: string): string {
  const name = byThousand.includes(base) ? `k${base}` : base
  return quote === otherExchange.quote ? `${otherExchange.name}:${name}` : name
}

/** How many of the coin a price is for, and a size counts. */
const multipleOf = ({ base }: Listing): number => (byThousand.includes(base) ? 1000 : 1)

const price = (listing: Listing, value: number): string => plainDecimal(value * multipleOf(listing))
const size = (listing: Listing, amount: number): string => plainDecimal(amount / multipleOf(listing))

/** An entry of `meta`'s universe. */
export const metaRow = ({ symbol }: Listing): Record<string, unknown> => ({
  szDecimals: 2,
  name: symbol,
  maxLeverage: 20,
  marginTableId: 20,
})

/** A context: it does not name its contract. */
export function contextRow(
  venueMarket: VenueMarket,
  listing: Listing,
  terms: ContractTerms,
): Record<string, unknown> {
  const { open, last, base, quote } = venueMarket.stats24h(listing)
  const { bids, asks } = venueMarket.book(listing, 1)
  const [bid, ask] = [bids[0]?.price, asks[0]?.price]
  return {
    funding: plainDecimal(terms.fundingRate),
    openInterest: size(listing, terms.openInterest),
    prevDayPx: price(listing, open),
    dayNtlVlm: plainDecimal(quote),
    premium: plainDecimal(terms.mark / terms.index - 1),
    oraclePx: price(listing, terms.index),
    markPx: price(listing, terms.mark),
    midPx: last > 0 ? price(listing, last) : null,
    impactPxs: bid && ask ? [price(listing, bid), price(listing, ask)] : null,
    dayBaseVlm: size(listing, base),
  }
}

/** The transaction of an order: equal for all its fills. */
const hashOf = ({ listing, order }: VenueTrade): string =>
  `0x${Array.from({ length: 8 }, (_, part) =>
    seedOf(part, listing.symbol, order).toString(16).padStart(8, '0').slice(0, 8),
  ).join('')}`

/** A trade; the side is the taker's, B or A. */
export const tradeRow = (trade: VenueTrade): Record<string, unknown> => ({
  coin: trade.listing.symbol,
  side: trade.side === 'buy' ? 'B' : 'A',
  px: price(trade.listing, trade.price),
  sz: size(trade.listing, trade.amount),
  time: trade.at,
  hash: hashOf(trade),
  tid: trade.id,
  users: [`0x${'1'.repeat(40)}`, `0x${'2'.repeat(40)}`],
})

/** A candle of `minutes`, `word` in the venue's words. */
export const candleRow = (
  listing: Listing,
  { minute, open, high, low, close, base, count }: Bar,
  minutes: number,
  word: string,
): Record<string, unknown> => ({
  t: minute * minuteMs,
  T: (minute + minutes) * minuteMs - 1,
  s: listing.symbol,
  i: word,
  o: price(listing, open),
  c: price(listing, close),
  h: price(listing, high),
  l: price(listing, low),
  v: size(listing, base),
  n: count,
})
