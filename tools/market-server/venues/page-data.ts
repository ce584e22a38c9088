import type { Exchange } from '../../../src/exchanges/exchange.ts'
import { minuteMs } from '../market/bar.ts'
import type { Listing } from '../market/listing.ts'
import type { VenueMarket } from '../market/venue-market.ts'

/** Everything the trading page shows of one pair. */
export function pairView(venueMarket: VenueMarket, listing: Listing, minutes: number): unknown {
  const { base, quote, decimals } = listing
  const day = venueMarket.stats24h(listing)
  return {
    now: venueMarket.now,
    base,
    quote,
    decimals,
    status: venueMarket.status(listing),
    day: { open: day.open, high: day.high, low: day.low, last: day.last, quote: day.quote },
    candles: venueMarket
      .candles(listing, minutes, 140)
      .map((bar) => [bar.minute * minuteMs, bar.open, bar.high, bar.low, bar.close, bar.quote]),
    trades: venueMarket
      .latestTrades(listing, 40)
      .toReversed()
      .map(({ at, price, amount, side }) => [at, price, amount, side]),
    book: venueMarket.book(listing, 24),
  }
}

/** The list of pairs: the busiest of each quote, the change of a day, and the URL of each page. */
export function pairList(venueMarket: VenueMarket, exchange: Exchange, locale: string): unknown {
  return venueMarket.listings
    .toSorted((a, b) => b.tape.day.quote - a.tape.day.quote)
    .map((listing) => {
      const { base, quote, decimals } = listing
      const { open, last } = venueMarket.stats24h(listing)
      const href = exchange.pageOf({ base, quote }, locale)
      return [base, quote, last, open > 0 ? last / open - 1 : 0, decimals, href]
    })
}
