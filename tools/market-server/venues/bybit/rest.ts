import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { openBudget } from '../budget.ts'
import { plainDecimal } from '../plain-decimal.ts'
import type { Route } from '../routes.ts'
import { countOf, openRoutes } from '../routes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply } from '../simulated-venue.ts'
import { kline } from './kline.ts'

// https://bybit-exchange.github.io/docs/v5/market/tickers and related pages

/** Bybit's format: beyond 600 requests in 5 s an IP gets a bare 403, an error is HTTP 200 with a code. */
export function refusal(status: number, retryAfter: number): Reply {
  if (status === 403) return { status, headers: {}, body: '403, access too frequent', weight: 0 }
  const limited = status === 429 || status === 418
  const headers: Record<string, string> = limited ? { 'retry-after': String(retryAfter) } : {}
  return jsonReply(
    replyBody(limited ? 10006 : 10016, limited ? 'Too many visits!' : 'Server error.', {}),
    0,
    status,
    headers,
  )
}

/** The frame of every reply. @param time ms UTC */
export const replyBody = (retCode: number, retMsg: string, result: unknown, time = 0): unknown => ({
  retCode,
  retMsg,
  result,
  retExtInfo: {},
  time,
})

/** The REST host. */
export function openRest(venueMarket: VenueMarket, wall: () => number): (call: Call) => Reply {
  const ok = (result: unknown): Reply => jsonReply(replyBody(0, 'OK', result, venueMarket.now))
  const odd = (): Reply => jsonReply(replyBody(10001, 'Not supported symbols', {}, venueMarket.now))
  const listed = (): Listing[] =>
    venueMarket.listings.filter((listing) => venueMarket.status(listing) === 'TRADING')
  /** A spot list of one pair or all; other categories are empty here. */
  const list = (query: URLSearchParams, row: (listing: Listing) => unknown): Reply => {
    const category = query.get('category')
    if (category !== 'spot') return ok({ category, list: [] })
    const symbol = query.get('symbol')
    const listings = symbol === null ? listed() : listed().filter((listing) => listing.symbol === symbol)
    return symbol !== null && listings.length === 0 ? odd() : ok({ category, list: listings.map(row) })
  }
  const routes: Record<string, Route> = {
    '/v5/market/time': { reply: () => ok({ timeSecond: String(Math.floor(venueMarket.now / 1_000)) }) },
    '/v5/market/tickers': { reply: (query) => list(query, (listing) => ticker(venueMarket, listing)) },
    '/v5/market/instruments-info': { reply: (query) => list(query, instrument) },
    '/v5/market/recent-trade': {
      reply(query) {
        const listing = venueMarket.listing(query.get('symbol') ?? '')
        if (!listing) return odd()
        const trades = venueMarket.latestTrades(listing, countOf(query, 'limit', 60, 60)).toReversed()
        return ok({
          category: 'spot',
          list: trades.map(({ id, at, price, amount, side }) => ({
            execId: String(2_100_000_000_000_000_000n + BigInt(id)),
            symbol: listing.symbol,
            price: plainDecimal(price),
            size: plainDecimal(amount),
            side: side === 'buy' ? 'Buy' : 'Sell',
            time: String(at),
            isBlockTrade: false,
          })),
        })
      },
    },
    '/v5/market/kline': {
      reply(query) {
        const listing = venueMarket.listing(query.get('symbol') ?? '')
        const rows = listing && query.get('category') === 'spot' && kline(venueMarket, listing, query)
        return rows ? ok(rows) : odd()
      },
    },
    '/v5/system/status': { reply: () => ok({ list: maintenance(venueMarket) }) },
    '/v5/announcements/index': { reply: () => ok(announcements(venueMarket)) },
  }
  return openRoutes(routes, openBudget(wall, 600, 5_000), (wait) => refusal(403, wait))
}

function ticker(venueMarket: VenueMarket, listing: Listing): unknown {
  const { open, high, low, last, base, quote } = venueMarket.stats24h(listing)
  const { bids, asks } = venueMarket.book(listing, 1)
  return {
    symbol: listing.symbol,
    bid1Price: plainDecimal(bids[0]?.price ?? 0),
    bid1Size: plainDecimal(bids[0]?.amount ?? 0),
    ask1Price: plainDecimal(asks[0]?.price ?? 0),
    ask1Size: plainDecimal(asks[0]?.amount ?? 0),
    lastPrice: plainDecimal(last),
    prevPrice24h: plainDecimal(open),
    price24hPcnt: (last / open - 1).toFixed(4),
    highPrice24h: plainDecimal(high),
    lowPrice24h: plainDecimal(low),
    turnover24h: plainDecimal(quote),
    volume24h: plainDecimal(base),
  }
}

const instrument = ({ symbol, base, quote, tick }: Listing): unknown => ({
  symbol,
  baseCoin: base,
  quoteCoin: quote,
  innovation: '0',
  status: 'Trading',
  marginTrading: 'none',
  stTag: '0',
  priceFilter: { tickSize: plainDecimal(tick) },
})

const maintenance = (venueMarket: VenueMarket): unknown[] =>
  venueMarket.official.maintenance().map(({ from, until, state }) => ({
    id: String(from),
    title: 'Bybit spot system maintenance',
    state,
    begin: String(from),
    end: String(until),
    href: '',
    serviceTypes: [1, 2, 5],
    product: [2],
    uidSuffix: [],
    maintainType: 1,
    env: 1,
  }))

function announcements(venueMarket: VenueMarket): unknown {
  const keys = { news: 'maintenance_updates', listing: 'new_crypto', delisting: 'delistings' }
  const list = venueMarket.official.statements().map(({ title, body: description, code, at, kind }) => ({
    title,
    description,
    type: { title: kind, key: keys[kind] },
    tags: ['Spot'],
    url: `https://www.bybit.com/en/announcement/${code}`,
    dateTimestamp: at,
    startDateTimestamp: at,
    endDateTimestamp: 0,
  }))
  return { total: list.length, list }
}
