import type { QuoteRate } from '../market/listing.ts'
import type { VenueMarket } from '../market/venue-market.ts'

/** USDT per BTC where a coin is played against BTC only: the price at which the universe begins. */
const usdtPerBtc = 6_500

const inDollars: readonly QuoteRate[] = [
  { from: 'USDT', rate: 1 },
  { from: 'BTC', rate: usdtPerBtc },
]
const inBitcoin: readonly QuoteRate[] = [{ from: 'BTC', rate: 1 }]

/** A venue of dollars and BTC: a coin without a dollar pair of its own is priced by its BTC pair. */
export const dollarQuotes: Readonly<Record<string, readonly QuoteRate[]>> = {
  USDT: inDollars,
  BTC: inBitcoin,
}

/** The same where the dollar is a bank's. */
export const usdQuotes: Readonly<Record<string, readonly QuoteRate[]>> = { USD: inDollars, BTC: inBitcoin }

/** Yen per dollar, and what GMO Coin's foreign exchange desk quotes: cross rates come out exact. */
export const yenPerDollar = 110
const wonPerDollar = 1_120

const inDollarsAt = (perDollar: number): readonly QuoteRate[] =>
  inDollars.map(({ from, rate }) => ({ from, rate: rate * perDollar }))

/** A Japanese venue. */
export const yenQuotes: Readonly<Record<string, readonly QuoteRate[]>> = { JPY: inDollarsAt(yenPerDollar) }

/** A Korean venue: won, and a market of BTC. */
export const wonQuotes: Readonly<Record<string, readonly QuoteRate[]>> = {
  KRW: inDollarsAt(wonPerDollar),
  BTC: inBitcoin,
}

/** USDT in one unit of a quote, by the venue's own last trade; 0 where no pair tells. */
export function usdtPer(venueMarket: VenueMarket, quote: string): number {
  const pair = quote === 'USDT' ? null : venueMarket.listingOf(quote, 'USDT')
  return quote === 'USDT' ? 1 : pair ? venueMarket.stats24h(pair).last : 0
}
