import type { Listing } from '../market/pair.ts'
import { createExchange } from './create-exchange.ts'
import { get, getForPair, tradesForPair } from './feeds/rest-call.ts'
import { coincheckOfficial, coincheckState } from './official/venues/coincheck.ts'
import { createSite } from './sites/create-site.ts'
import type { Raw } from './validate/raw-row.ts'
import { iso, seconds } from './wire/decoders.ts'
import type { JsonObject } from './wire/json.ts'
import { listReader } from './wire/list-reader.ts'
import { mapTick, mapTrade } from './wire/row-mapper.ts'
import { baseFirst } from './wire/sides.ts'

// Coincheck: https://coincheck.com/documents/exchange/api. A ticker is of one pair and up to 10 s
// old; the streams carry trades only.

const rest = 'https://coincheck.com/api'

const tick = mapTick({
  symbol: 'pair',
  last: 'last',
  high: 'high',
  low: 'low',
  baseVolume: 'volume',
  bid: 'bid',
  ask: 'ask',
  at: seconds('timestamp'),
})
const restTrade = mapTrade({
  symbol: 'pair',
  id: 'id',
  price: 'rate',
  amount: 'amount',
  side: 'order_type',
  at: iso('created_at'),
})
/** Seconds, id, pair, price, amount, side, the taker's order and the maker's, the auction's id. */
const streamTrade = mapTrade({ at: seconds(0), id: 1, symbol: 2, price: 3, amount: 4, side: 5, order: 6 })

const listing = (entry: JsonObject): Raw<Listing> => ({
  type: 'symbol',
  symbol: entry.pair,
  ...baseFirst(String(entry.pair), '_'),
  state: coincheckState(entry),
})

const isTrade = (row: unknown) => Array.isArray(row) && row.length > 5
const tickerForPair = getForPair('rest.ticker', `${rest}/ticker?pair={symbol}`)

export const coincheckSite = createSite({
  id: 'coincheck',
  name: 'Coincheck',
  hosts: ['https://coincheck.com/*'],
  // On its ordinary page (exchange/tradeview) the pair is chosen on the page and is in no URL.
  page: 'https://coincheck.com/{locale}exchange/tradeview/coincheck/{base}{quote}',
  aliases: ['(exchange/|)(tradeview|charts)/coincheck/{base}[_]{quote}'],
  ja: 'ja/',
  lower: true,
  quotes: ['JPY'],
})

export const coincheck = createExchange(coincheckSite, () => ({
  // No limit is published; clients keep 1.5 s between calls.
  budget: { weight: 1, perMs: 1500, useInFull: true },
  symbols: get('rest.symbols', `${rest}/exchange_status`),
  tickers: { ...tickerForPair('btc_jpy'), everyMs: 60_000, forPair: tickerForPair },
  trades: {
    backfill: tradesForPair(`${rest}/trades?limit=100&order=desc&pair={symbol}`),
    stream: { url: 'wss://ws-api.coincheck.com/' },
    limits: { maxPairsPerFrame: 1 },
    // The exchange ignores a request to stop.
    commands: ['subscribe', null],
    frame: (type, [symbol]) => ({ type, channel: `${symbol}-trades` }),
  },
  official: coincheckOfficial,
  kindOf: (message) => (Array.isArray(message) && message.some(isTrade) ? 'ws.trades' : null),
  refusal(payload) {
    const { success, error } = payload as JsonObject
    return success === false ? { message: error } : null
  },
  sidesOf: (symbol) => baseFirst(symbol, '_'),
  requestedSymbol: (url) => (/\/api\/ticker\/?$/.test(url) ? 'btc_jpy' : undefined),
  readers: {
    'rest.ticker': listReader('', tick),
    'rest.trades': listReader('data', restTrade),
    'ws.trades': listReader('', streamTrade),
    'rest.symbols': listReader('exchange_status', listing),
  },
}))
