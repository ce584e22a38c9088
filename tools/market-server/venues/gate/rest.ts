import type { Good } from '../../market/good.ts'
import type { Shelf } from '../../market/shelf.ts'
import { openBudget } from '../budget.ts'
import { plain } from '../plain.ts'
import type { Route } from '../routes.ts'
import { countOf, openRoutes } from '../routes.ts'
import type { Call, Reply } from '../venue.ts'
import { jsonReply } from '../venue.ts'

// https://www.gate.com/docs/developers/apiv4/

/** Gate's words: a `label` and a `message`. */
export function refusal(status: number, retryAfter: number): Reply {
  const limited = status === 429
  const headers: Record<string, string> = limited ? { 'retry-after': String(retryAfter) } : {}
  const [label, message] = limited
    ? ['TOO_MANY_REQUESTS', 'Request Rate Limit Exceeded']
    : ['SERVER_ERROR', 'Internal server error']
  return jsonReply({ label, message }, 0, status, headers)
}

/** The REST paths: 200 requests in 10 s. */
export function openRest(shelf: Shelf, wall: () => number): (call: Call) => Reply {
  const odd = (symbol: string): Reply =>
    jsonReply({ label: 'INVALID_CURRENCY_PAIR', message: `Invalid currency pair ${symbol}` }, 0, 400)
  const routes: Record<string, Route> = {
    '/api/v4/spot/time': { reply: () => jsonReply({ server_time: shelf.now }) },
    '/api/v4/spot/tickers': {
      reply(query) {
        const symbol = query.get('currency_pair')
        const good = symbol === null ? null : shelf.good(symbol)
        if (symbol !== null && !good) return odd(symbol)
        return jsonReply((good ? [good] : shelf.goods).map((one) => ticker(shelf, one)))
      },
    },
    '/api/v4/spot/currency_pairs': { reply: () => jsonReply(shelf.goods.map((good) => entry(shelf, good))) },
    '/api/v4/spot/trades': {
      reply(query) {
        const symbol = query.get('currency_pair') ?? ''
        const good = shelf.good(symbol)
        return good ? jsonReply(trades(shelf, good, countOf(query, 'limit', 100, 1_000))) : odd(symbol)
      },
    },
    '/api/v4/spot/currencies': {
      reply: () => jsonReply(shelf.assets.map((asset) => currency(shelf, asset))),
    },
  }
  return openRoutes(routes, openBudget(wall, 200, 10_000), (wait) => refusal(429, wait))
}

function ticker(shelf: Shelf, good: Good): unknown {
  const { open, high, low, last, base, quote } = shelf.figures(good)
  const { bids, asks } = shelf.book(good, 1)
  return {
    currency_pair: good.symbol,
    last: plain(last),
    lowest_ask: plain(asks[0]?.price ?? 0),
    lowest_size: plain(asks[0]?.amount ?? 0),
    highest_bid: plain(bids[0]?.price ?? 0),
    highest_size: plain(bids[0]?.amount ?? 0),
    change_percentage: ((last / open - 1) * 100).toFixed(2),
    base_volume: plain(base),
    quote_volume: plain(quote),
    high_24h: plain(high),
    low_24h: plain(low),
  }
}

const entry = (shelf: Shelf, good: Good): unknown => ({
  id: good.symbol,
  base: good.base,
  base_name: good.base,
  quote: good.quote,
  quote_name: good.quote,
  fee: '0.2',
  precision: good.decimals,
  trade_status: shelf.status(good) === 'TRADING' ? 'tradable' : 'untradable',
  sell_start: 0,
  buy_start: 0,
  delisting_time: 0,
  type: 'normal',
})

const trades = (shelf: Shelf, good: Good, most: number): unknown[] =>
  shelf
    .trades(good, most)
    .toReversed()
    .map(({ id, at, price, amount, side }) => ({
      id: String(id),
      create_time: String(Math.floor(at / 1_000)),
      create_time_ms: `${at}.000000`,
      currency_pair: good.symbol,
      side,
      amount: plain(amount),
      price: plain(price),
      sequence_id: String(id),
    }))

function currency(shelf: Shelf, asset: string): unknown {
  const { deposit, withdrawal } = shelf.official.moves(asset)
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
