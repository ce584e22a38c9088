import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { openBudget } from '../budget.ts'
import { plainDecimal } from '../plain-decimal.ts'
import type { Route } from '../routes.ts'
import { countOf, openRoutes } from '../routes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply } from '../simulated-venue.ts'
import { candlesticks } from './candlesticks.ts'

// https://www.gate.com/docs/developers/apiv4/

/** Gate's error format: a `label` and a `message`. */
export function refusal(status: number, retryAfter: number): Reply {
  const limited = status === 429
  const headers: Record<string, string> = limited ? { 'retry-after': String(retryAfter) } : {}
  const [label, message] = limited
    ? ['TOO_MANY_REQUESTS', 'Request Rate Limit Exceeded']
    : ['SERVER_ERROR', 'Internal server error']
  return jsonReply({ label, message }, 0, status, headers)
}

/** The REST paths: 200 requests in 10 s. */
export function openRest(venueMarket: VenueMarket, wall: () => number): (call: Call) => Reply {
  const odd = (symbol: string): Reply =>
    jsonReply({ label: 'INVALID_CURRENCY_PAIR', message: `Invalid currency pair ${symbol}` }, 0, 400)
  const routes: Record<string, Route> = {
    '/api/v4/spot/time': { reply: () => jsonReply({ server_time: venueMarket.now }) },
    '/api/v4/spot/tickers': {
      reply(query) {
        const symbol = query.get('currency_pair')
        const listing = symbol === null ? null : venueMarket.listing(symbol)
        if (symbol !== null && !listing) return odd(symbol)
        return jsonReply((listing ? [listing] : venueMarket.listings).map((one) => ticker(venueMarket, one)))
      },
    },
    '/api/v4/spot/currency_pairs': {
      reply: () => jsonReply(venueMarket.listings.map((listing) => entry(venueMarket, listing))),
    },
    '/api/v4/spot/trades': {
      reply(query) {
        const symbol = query.get('currency_pair') ?? ''
        const listing = venueMarket.listing(symbol)
        return listing
          ? jsonReply(trades(venueMarket, listing, countOf(query, 'limit', 100, 1_000)))
          : odd(symbol)
      },
    },
    '/api/v4/spot/candlesticks': {
      reply(query) {
        const symbol = query.get('currency_pair') ?? ''
        const listing = venueMarket.listing(symbol)
        return listing ? candlesticks(venueMarket, listing, query) : odd(symbol)
      },
    },
    '/api/v4/spot/currencies': {
      reply: () => jsonReply(venueMarket.assets.map((asset) => currency(venueMarket, asset))),
    },
  }
  return openRoutes(routes, openBudget(wall, 200, 10_000), (wait) => refusal(429, wait))
}

function ticker(venueMarket: VenueMarket, listing: Listing): unknown {
  const { open, high, low, last, base, quote } = venueMarket.stats24h(listing)
  const { bids, asks } = venueMarket.book(listing, 1)
  return {
    currency_pair: listing.symbol,
    last: plainDecimal(last),
    lowest_ask: plainDecimal(asks[0]?.price ?? 0),
    lowest_size: plainDecimal(asks[0]?.amount ?? 0),
    highest_bid: plainDecimal(bids[0]?.price ?? 0),
    highest_size: plainDecimal(bids[0]?.amount ?? 0),
    change_percentage: ((last / open - 1) * 100).toFixed(2),
    base_volume: plainDecimal(base),
    quote_volume: plainDecimal(quote),
    high_24h: plainDecimal(high),
    low_24h: plainDecimal(low),
  }
}

const entry = (venueMarket: VenueMarket, listing: Listing): unknown => ({
  id: listing.symbol,
  base: listing.base,
  base_name: listing.base,
  quote: listing.quote,
  quote_name: listing.quote,
  fee: '0.2',
  precision: listing.decimals,
  trade_status: venueMarket.status(listing) === 'TRADING' ? 'tradable' : 'untradable',
  sell_start: 0,
  buy_start: 0,
  delisting_time: 0,
  type: 'normal',
})

const trades = (venueMarket: VenueMarket, listing: Listing, max: number): unknown[] =>
  venueMarket
    .latestTrades(listing, max)
    .toReversed()
    .map(({ id, at, price, amount, side }) => ({
      id: String(id),
      create_time: String(Math.floor(at / 1_000)),
      create_time_ms: `${at}.000000`,
      currency_pair: listing.symbol,
      side,
      amount: plainDecimal(amount),
      price: plainDecimal(price),
      sequence_id: String(id),
    }))

function currency(venueMarket: VenueMarket, asset: string): unknown {
  const { deposit, withdrawal } = venueMarket.official.transfers(asset)
  const closed = {
    withdraw_disabled: !withdrawal,
    withdraw_delayed: false,
    deposit_disabled: !deposit,
  }
  return {
    currency: asset,
    name: asset,
    delisted: false,
    ...closed,
    trade_disabled: false,
    chain: asset,
    chains: [{ name: asset, addr: '', ...closed }],
  }
}
