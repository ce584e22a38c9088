import type { VenueTrade } from '../../market/venue-trades.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { listedPairs, pricedPairs } from '../listed-pairs.ts'
import { countOf } from '../routes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply } from '../simulated-venue.ts'
import { tickerRow, tradeRow } from './rows.ts'
import { minuteCandles } from './candles.ts'

/**
 * Ten thousand ids a millisecond: beyond 2^53, so that JSON readers see two fills of one moment under one
 * number.
 */
export const sequenceOf = ({ at, id }: VenueTrade): number => at * 10_000 + (id % 10_000)

/** An error in Upbit's format. REST errors carry their status as a name. */
export const refuse = (status: number, message: string, name: number | string = status): Reply =>
  jsonReply({ error: { name, message } }, 0, status)

/** Answers `https://api.upbit.com/v1`. https://docs.upbit.com/kr/reference */
export function answerRest(venueMarket: VenueMarket, { path, query }: Call): Reply {
  const [, unit] = /^\/v1\/candles\/minutes\/(\d+)$/.exec(path) ?? []
  if (unit !== undefined)
    return named(venueMarket, query.get('market'), ([listing]) => {
      const rows = listing && minuteCandles(venueMarket, listing, Number(unit), query, 'Z')
      return rows ? jsonReply(rows) : refuse(400, 'Invalid parameter. Check the given value!')
    })
  switch (path) {
    case '/v1/market/all':
      return jsonReply(
        listedPairs(venueMarket).map((listing) =>
          market(venueMarket, listing, query.get('is_details') === 'true'),
        ),
      )
    case '/v1/ticker/all': {
      const quotes = (query.get('quote_currencies') ?? '').split(',')
      return tickers(
        venueMarket,
        pricedPairs(listedPairs(venueMarket)).filter(({ quote }) => quotes.includes(quote)),
      )
    }
    case '/v1/ticker':
      return named(venueMarket, query.get('markets'), (listings) => tickers(venueMarket, listings))
    case '/v1/trades/ticks':
      return named(venueMarket, query.get('market'), ([listing]) =>
        listing ? ticks(venueMarket, listing, query) : unknown(),
      )
    default:
      return refuse(404, 'no Route matched with those values', 'not_found')
  }
}

/** The venue's own alarms: five cautions by rule, and a warning that precedes a delisting. */
function market(venueMarket: VenueMarket, listing: Listing, details: boolean): unknown {
  const { symbol, base } = listing
  const row = { market: symbol, korean_name: base, english_name: base }
  if (!details) return row
  const { open, last } = venueMarket.stats24h(listing)
  const caution = {
    PRICE_FLUCTUATIONS: open > 0 && Math.abs(last / open - 1) >= 0.5,
    TRADING_VOLUME_SOARING: false,
    DEPOSIT_AMOUNT_SOARING: false,
    GLOBAL_PRICE_DIFFERENCES: Math.abs(listing.factor(venueMarket.now) - 1) >= 0.05,
    CONCENTRATION_OF_SMALL_ACCOUNTS: false,
  }
  return { ...row, market_event: { warning: isLeaving(venueMarket, base), caution } }
}

/** Whether the venue has announced the delisting of a coin. */
export const isLeaving = (venueMarket: VenueMarket, base: string): boolean =>
  venueMarket.official
    .statements()
    .some(({ kind, title }) => kind === 'delisting' && title.split(/[^A-Za-z0-9]+/).includes(base))

const tickers = (venueMarket: VenueMarket, listings: readonly Listing[]): Reply =>
  jsonReply(listings.map((listing) => ({ market: listing.symbol, ...tickerRow(venueMarket, listing) })))

function ticks(venueMarket: VenueMarket, listing: Listing, query: URLSearchParams): Reply {
  if (!/^\d*$/.test(query.get('count') ?? ''))
    return refuse(400, 'Type mismatch error. Check the parameters type!')
  const latest = venueMarket.latestTrades(listing, countOf(query, 'count', 1, 500)).toReversed()
  return jsonReply(latest.map((venueTrade) => tradeRow(venueTrade, sequenceOf(venueTrade))))
}

const unknown = (): Reply => refuse(404, 'Code not found')

/** The pairs of a parameter, in either case; one unlisted pair fails the call. */
function named(
  venueMarket: VenueMarket,
  list: string | null,
  answer: (listings: readonly Listing[]) => Reply,
): Reply {
  if (!list) return refuse(400, 'Missing request parameter error. Check the required parameters!')
  const listings = list.split(',').map((code) => venueMarket.listing(code.toUpperCase()))
  return listings.includes(null) ? unknown() : answer(listings.filter((listing) => listing !== null))
}
