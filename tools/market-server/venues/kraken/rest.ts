import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { openBudget } from '../budget.ts'
import { withRetryAfter } from '../retry-after.ts'
import { countOf } from '../routes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply } from '../simulated-venue.ts'
import { altName, assetId } from './names.ts'
import { assetRow, pairRow, systemStatus, tickerRow, tradeRow } from './rows.ts'
import { ohlc } from './ohlc.ts'

// A burst of thirty, then one a second: measured from outside, since published limits are per API key.
const maxBurst = 30
const maxTrades = 1_000

const failure = (...error: readonly string[]): Reply => jsonReply({ error })
const tooMany = 'EGeneral:Too many requests'

const errorTexts: Readonly<Record<number, string>> = { 200: 'EQuery:Unknown asset pair', 429: tooMany }

/** A refusal with an HTTP status; 200 asks for an error body: Kraken's own errors come with 200. */
export function refuse(status: number, retryAfter: number): Reply {
  return withRetryAfter(
    jsonReply({ error: [errorTexts[status] ?? 'EService:Unavailable'] }, 0, status),
    status === 429 ? retryAfter : 0,
  )
}

/** Opens `/0/public/…`. Every error is in `error` with HTTP 200, too many requests as well. */
export function openRest(venueMarket: VenueMarket, wall: () => number): (call: Call) => Reply {
  const budget = openBudget(wall, maxBurst, maxBurst * 1_000)
  const fine = (result: unknown): Reply => jsonReply({ error: [], result })
  /** An object keyed by the ids of the requested pairs, or of all. */
  const keyed = (query: URLSearchParams, make: (listing: Listing) => unknown): Reply => {
    const requested =
      query
        .get('pair')
        ?.split(',')
        .map((name) => listingOf(venueMarket, name)) ?? venueMarket.listings
    const listings = requested.filter((listing) => listing !== null)
    if (listings.length < requested.length) return failure('EQuery:Unknown asset pair')
    return fine(Object.fromEntries(listings.map((listing) => [listing.symbol, make(listing)])))
  }
  const trades = (query: URLSearchParams): Reply => {
    const listing = listingOf(venueMarket, query.get('pair') ?? '')
    if (!listing) return failure('EQuery:Unknown asset pair')
    const venueTrades = venueMarket.latestTrades(listing, countOf(query, 'count', maxTrades, maxTrades))
    const last = `${venueTrades.at(-1)?.at ?? venueMarket.now}000000`
    return fine({ [listing.symbol]: venueTrades.map(tradeRow), last })
  }
  const candles = (query: URLSearchParams): Reply => {
    const listing = listingOf(venueMarket, query.get('pair') ?? '')
    if (!listing) return failure('EQuery:Unknown asset pair')
    const result = ohlc(venueMarket, listing, query)
    return result ? fine(result) : failure('EGeneral:Invalid arguments')
  }
  const routes = new Map<string, (query: URLSearchParams) => Reply>([
    ['SystemStatus', () => fine(systemStatus(venueMarket))],
    [
      'Assets',
      () =>
        fine(
          Object.fromEntries(venueMarket.assets.map((coin) => [assetId(coin), assetRow(venueMarket, coin)])),
        ),
    ],
    ['AssetPairs', (query) => keyed(query, (listing) => pairRow(venueMarket, listing))],
    ['Ticker', (query) => keyed(query, (listing) => tickerRow(venueMarket, listing))],
    ['Trades', trades],
    ['OHLC', candles],
    [
      'Time',
      () =>
        fine({
          unixtime: Math.floor(venueMarket.now / 1_000),
          rfc1123: new Date(venueMarket.now).toUTCString(),
        }),
    ],
  ])
  return ({ path, query }) => {
    if (budget.charge(1) > 0) return failure(tooMany)
    const answer = path.startsWith('/0/public/') ? routes.get(path.slice('/0/public/'.length)) : undefined
    return answer?.(query) ?? failure('EGeneral:Unknown method')
  }
}

/** A pair by any of the names that REST accepts: `XXBTZUSD`, `XBTUSD`, `XBT/USD`. */
function listingOf(venueMarket: VenueMarket, name: string): Listing | null {
  const isMeant = ({ base, quote }: Listing): boolean => {
    const sides = [altName(base), altName(quote)]
    return sides.join('') === name || sides.join('/') === name
  }
  return venueMarket.listing(name) ?? venueMarket.listings.find(isMeant) ?? null
}
