import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { plainDecimal } from '../plain-decimal.ts'
import { countOf } from '../routes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply } from '../simulated-venue.ts'

const tickerAgeMs = 10_000

/** An error in Coincheck's format. */
export const refuse = (status: number, error: string): Reply =>
  jsonReply({ success: false, error }, 0, status)

/** Cached tickers: up to ten seconds of market time old. */
export type Tickers = (listing: Listing) => unknown

export function openTickers(venueMarket: VenueMarket): Tickers {
  const cached = new Map<Listing, { readonly at: number; readonly row: unknown }>()
  return (listing) => {
    const old = cached.get(listing)
    if (old && venueMarket.now - old.at < tickerAgeMs) return old.row
    const row = tickerRow(venueMarket, listing)
    cached.set(listing, { at: venueMarket.now, row })
    return row
  }
}

/** Answers `https://coincheck.com/api`. https://coincheck.com/documents/exchange/api */
export function answerRest(venueMarket: VenueMarket, tickers: Tickers, { path, query }: Call): Reply {
  const symbol = query.get('pair')
  const listing = venueMarket.listing(symbol ?? 'btc_jpy')
  switch (path) {
    case '/api/exchange_status':
      return jsonReply({
        exchange_status: venueMarket.listings.map((listing) => statusRow(venueMarket, listing)),
      })
    case '/api/ticker':
      return listing ? jsonReply(tickers(listing)) : page404
    case '/api/trades':
      return listing && symbol !== null ? trades(venueMarket, listing, query) : refuse(400, 'invalid pair')
    default:
      return { status: 404, headers: { 'content-type': 'application/json' }, body: '', weight: 0 }
  }
}

/** The ticker's reply for an unlisted pair. */
const page404: Reply = {
  status: 404,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!DOCTYPE html><html lang="ja"><title>ページが見つかりません</title>',
  weight: 0,
}

/** No open price; `timestamp` in whole seconds. */
function tickerRow(venueMarket: VenueMarket, listing: Listing): unknown {
  const { high, low, last, base } = venueMarket.stats24h(listing)
  const { bids, asks } = venueMarket.book(listing, 1)
  const { bid, ask } = { bid: bids[0]?.price ?? last, ask: asks[0]?.price ?? last }
  return { last, bid, ask, high, low, volume: base, timestamp: Math.floor(venueMarket.now / 1_000) }
}

function trades(venueMarket: VenueMarket, listing: Listing, query: URLSearchParams): Reply {
  const limit = countOf(query, 'limit', 25, 100)
  const order = query.get('order') === 'asc' ? 'asc' : 'desc'
  const latest = venueMarket.latestTrades(listing, limit)
  const rows = (order === 'asc' ? latest : latest.toReversed()).map(({ id, amount, price, side, at }) => ({
    id,
    amount: plainDecimal(amount),
    rate: decimal(price),
    pair: listing.symbol,
    order_type: side,
    created_at: `${new Date(at).toISOString().slice(0, 19)}.000Z`,
  }))
  const pagination = { limit, order, starting_after: null, ending_before: null }
  return jsonReply({ success: true, pagination, data: rows })
}

/** Prices always have a decimal point: `5053021.0`. */
export const decimal = (price: number): string => plainDecimal(price).replace(/^(\d+)$/, '$1.0')

/** `stop` for a halted pair, `itayose` during an auction, and which orders are accepted. */
function statusRow(venueMarket: VenueMarket, listing: Listing): unknown {
  const status = venueMarket.status(listing)
  const order = status === 'TRADING'
  const cancel = order || status === 'CANCEL_ONLY'
  return {
    pair: listing.symbol,
    status: cancel ? 'available' : 'stop',
    timestamp: Math.floor(venueMarket.now / 1_000),
    availability: { order, market_order: order, cancel },
  }
}
