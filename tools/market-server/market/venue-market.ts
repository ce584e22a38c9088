import type { Bar } from './bar.ts'
import type { Book } from './book.ts'
import { bookOf } from './book.ts'
import { candlesOf } from './candles.ts'
import type { VenueTrade } from './venue-trades.ts'
import { latestTradesOf, venueTradesOf } from './venue-trades.ts'
import type { TickerStats } from './ticker-stats.ts'
import { listingBar, listingStats } from './listing-stats.ts'
import type { ListingRules, Listing } from './listing.ts'
import { listingsOf } from './listing.ts'
import type { Market, Status } from './market.ts'
import { statusOf } from './market.ts'
import type { VenueOfficial } from './official.ts'
import { officialOf } from './official.ts'
import type { Print } from './order.ts'
import { barsBetween } from './past.ts'

/**
 * The simulated market as one venue lists it, with its official statements. Everything is as of market time
 * `now`.
 */
export interface VenueMarket {
  readonly venue: string
  /** Market time, ms UTC. */
  readonly now: number
  readonly listings: readonly Listing[]
  /** The pair with this symbol on the venue; null where it lists none. */
  listing(symbol: string): Listing | null
  listingOf(base: string, quote: string): Listing | null
  /** Symbols that the venue lists while its streams do not know them: a fault of the venue. */
  readonly unstreamed: Set<string>
  /** The pair with this symbol as the venue's streams know it; null where they do not. */
  streamed(symbol: string): Listing | null
  /** Every base or quote currency, once. */
  readonly assets: readonly string[]
  /** The last 24 h. */
  stats24h(listing: Listing): TickerStats
  book(listing: Listing, depth: number): Book
  /** The latest `max` fills, oldest first. */
  latestTrades(listing: Listing, max: number): VenueTrade[]
  /** The latest `max` candles of `minutes` minutes, oldest first. */
  candles(listing: Listing, minutes: number, max: number): Bar[]
  /** Candles of `minutes` minutes that open from `from` on and before `until` (ms UTC), oldest first. */
  candlesIn(listing: Listing, minutes: number, from: number, until: number): Bar[]
  status(listing: Listing): Status
  /** The fills of a step on this venue, pair by pair, oldest first; a pair halted here has none. */
  tradesOf(prints: readonly Print[]): VenueTrade[]
  readonly official: VenueOfficial
}

/** Opens a venue's view of a market. */
export function openVenueMarket(market: Market, rules: ListingRules): VenueMarket {
  const { venue } = rules
  const listings = listingsOf(market, rules)
  const bySymbol = new Map(listings.map((listing) => [listing.symbol, listing]))
  const unstreamed = new Set<string>()
  const copies = grouped(listings, ({ tape }) => tape.instrument.symbol)
  const converted = (listing: Listing) => (bar: Bar) => listingBar(listing, bar, market.now)
  const status = (listing: Listing): Status => statusOf(market, listing.tape.instrument.symbol, venue)
  return {
    venue,
    get now() {
      return market.now
    },
    listings,
    listing: (symbol) => bySymbol.get(symbol) ?? null,
    unstreamed,
    streamed: (symbol) => (unstreamed.has(symbol) ? null : (bySymbol.get(symbol) ?? null)),
    listingOf: (base, quote) =>
      listings.find((listing) => listing.base === base && listing.quote === quote) ?? null,
    assets: [...new Set(listings.flatMap(({ base, quote }) => [base, quote]))],
    stats24h: listingStats,
    book(listing, depth) {
      const { bids, asks } = bookOf(listing.tape, market.now, depth)
      const priced = (levels: Book['bids']) =>
        levels.map(({ price, amount }) => ({ price: listing.price(price), amount }))
      return { bids: priced(bids), asks: priced(asks) }
    },
    latestTrades: (listing, max) => latestTradesOf(listing, listing.tape.prints, max),
    candles: (listing, minutes, max) =>
      candlesOf(listing.tape, minutes, market.now, converted(listing)).slice(-max),
    candlesIn: (listing, minutes, from, until) =>
      barsBetween(listing.tape, minutes, from, until, market.now, converted(listing)),
    status,
    tradesOf: (prints) =>
      [...grouped(prints, ({ symbol }) => symbol)].flatMap(([symbol, own]) =>
        (copies.get(symbol) ?? [])
          .filter((listing) => status(listing) === 'TRADING')
          .flatMap((listing) => venueTradesOf(listing, own)),
      ),
    official: officialOf(market, venue),
  }
}

function grouped<T>(list: readonly T[], nameOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const name = nameOf(one)
    const group = groups.get(name)
    if (group) group.push(one)
    else groups.set(name, [one])
  }
  return groups
}
