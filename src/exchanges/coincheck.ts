import { get, getForPair, tradesForPair } from './feeds/rest-call.ts'
import { createExchange } from './create-exchange.ts'
import { type Fields, rows } from './wire/fields.ts'
import type { RawRow } from './gate/raw-row.ts'
import { coincheckOfficial, coincheckState } from './official/venues/coincheck.ts'
import { renamed } from './wire/row-mapper.ts'
import { baseFirst } from './wire/sides.ts'
import { createSite } from './sites/create-site.ts'

// Coincheck: https://coincheck.com/documents/exchange/api. A ticker is of one pair and up to 10 s
// old; the streams carry trades only.

const rest = 'https://coincheck.com/api'

const tick = renamed('tick', 'symbol:pair last high low baseVolume:volume bid ask at:seconds(timestamp)')
const restTrade = renamed('trade', 'symbol:pair id price:rate amount side:order_type at:iso(created_at)')
/** Seconds, id, pair, price, amount, side, the taker's order and the maker's, the auction's id. */
const streamTrade = renamed('trade', 'at:seconds(0) id:1 symbol:2 price:3 amount:4 side:5 order:6')

const listing = (r: Fields): RawRow => ({
  type: 'symbol',
  symbol: r.pair,
  ...baseFirst(String(r.pair), '_'),
  state: coincheckState(r),
})

const isTrade = (row: unknown) => Array.isArray(row) && row.length > 5
const tickerOf = getForPair('rest.ticker', `${rest}/ticker?pair={symbol}`)

export const coincheckSite = createSite({
  id: 'coincheck',
  name: 'Coincheck',
  hosts: ['https://coincheck.com/*'],
  // Elsewhere on the site the pair is chosen in the page and stands in no address.
  page: 'https://coincheck.com/{locale}exchange/tradeview/coincheck/{base}{quote}',
  ja: 'ja/',
  lower: true,
  quotes: ['JPY'],
})

export const coincheck = createExchange(coincheckSite, () => ({
  // No limit is published; clients keep 1.5 s between calls.
  budget: { weight: 1, perMs: 1500, useInFull: true },
  symbols: get('rest.symbols', `${rest}/exchange_status`),
  tickers: { ...tickerOf('btc_jpy'), everyMs: 60_000, forPair: tickerOf },
  trades: {
    backfill: tradesForPair(`${rest}/trades?limit=100&order=desc&pair={symbol}`),
    stream: { url: 'wss://ws-api.coincheck.com/' },
    limits: { maxPairsPerFrame: 1 },
    // The venue takes no notice of who wants to stop.
    words: ['subscribe', null],
    frame: (type, [symbol]) => ({ type, channel: `${symbol}-trades` }),
  },
  official: coincheckOfficial,
  kindOf: (message) => (Array.isArray(message) && message.some(isTrade) ? 'ws.trades' : null),
  refusal(payload) {
    const { success, error } = payload as Fields
    return success === false ? { message: error } : null
  },
  sidesOf: (symbol) => baseFirst(symbol, '_'),
  requestedSymbol: (url) => (/\/api\/ticker\/?$/.test(url) ? 'btc_jpy' : undefined),
  readers: {
    'rest.ticker': rows('', tick),
    'rest.trades': rows('data', restTrade),
    'ws.trades': rows('', streamTrade),
    'rest.symbols': rows('exchange_status', listing),
  },
}))
