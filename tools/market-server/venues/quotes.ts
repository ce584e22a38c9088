import type { QuoteRate } from '../market/listing.ts'
import type { VenueMarket } from '../market/venue-market.ts'

/** USDT per BTC, for coins simulated against BTC only: the price at which the universe begins. */
const usdtPerBtc = 6_500

const inDollars: readonly QuoteRate[] = [
  { from: 'USDT', rate: 1 },
  { from: 'BTC', rate: usdtPerBtc },
]
const inBitcoin: readonly QuoteRate[] = [{ from: 'BTC', rate: 1 }]

/** A venue with USDT and BTC markets: a coin without a USDT pair is priced by its BTC pair. */
export const dollarQuotes: Readonly<Record<string, readonly QuoteRate[]>> = {
  USDT: inDollars,
  BTC: inBitcoin,
}

/** The same for a venue with bank dollars. */
export const usdQuotes: Readonly<Record<string, readonly QuoteRate[]>> = { USD: inDollars, BTC: inBitcoin }

/** Yen per dollar, also quoted by GMO Coin's foreign exchange API, so that cross rates are exact. */
export const yenPerDollar = 110
const wonPerDollar = 1_120

const inDollarsAt = (perDollar: number): readonly QuoteRate[] =>
  inDollars.map(({ from, rate }) => ({ from, rate: rate * perDollar }))

/** A Japanese venue. */
export const yenQuotes: Readonly<Record<string, readonly QuoteRate[]>> = { JPY: inDollarsAt(yenPerDollar) }

/** A Korean venue: a won market and a BTC market. */
export const wonQuotes: Readonly<Record<string, readonly QuoteRate[]>> = {
  KRW: inDollarsAt(wonPerDollar),
  BTC: inBitcoin,
}

/** USDT per unit of a quote, by the venue's own last trade; 0 without such a pair. */
export function usdtPer(venueMarket: VenueMarket, quote: string): number {
  const pair = quote === 'USDT' ? null : venueMarket.listingOf(quote, 'USDT')
  return quote === 'USDT' ? 1 : pair ? venueMarket.stats24h(pair).last : 0
}
