import type { ListingState } from '../market/pair.ts'
import { get, tradesOf } from './call.ts'
import { exchangeAt } from './exchange-at.ts'
import type { Site } from './exchange.ts'
import { each, type Fields, listed, within } from './fields.ts'
import type { RawRow } from './gate.ts'
import { renamed } from './renamed.ts'
import { baseFirst } from './sides.ts'
import { source } from './official/source.ts'
import { openness } from './statement.ts'
import { sideOf } from './taker.ts'
import { tradingPage } from './trading-page.ts'
import { isoTime, secondTime } from './wire-time.ts'

// Coincheck: https://coincheck.com/documents/exchange/api. A ticker is of one pair and up to 10 s
// old; the streams carry trades only.

const rest = 'https://coincheck.com/api'

const tick = renamed('tick', 'symbol:pair last high low baseVolume:volume bid ask')
const restTrade = renamed('trade', 'symbol:pair id price:rate amount side:order_type')

/** Seconds, id, pair, price, amount, side, the taker's order and the maker's, the auction's id. */
function streamTrade(row: unknown): RawRow {
  const [at, id, symbol, price, amount, side, order] = row as readonly unknown[]
  return { type: 'trade', symbol, id, order, price, amount, side: sideOf(side), at: secondTime(at) }
}

function stateOf(r: Fields): ListingState | undefined {
  const { order, cancel } = (r.availability ?? {}) as Fields
  if (r.status === 'itayose') return 'prelisting'
  if (r.status === 'stop' || order === false) return cancel === true ? 'cancel-only' : 'halted'
  return r.status === 'available' ? 'trading' : undefined
}

const listing = (r: Fields): RawRow => ({
  type: 'symbol',
  symbol: r.pair,
  ...baseFirst(String(r.pair), '_'),
  state: stateOf(r),
})

const words = { trading: 'open', halted: 'halt', 'cancel-only': 'cancel-only', prelisting: 'halt' } as const

const status = (r: Fields): RawRow =>
  openness(stateOf(r), words, {
    scope: 'pair',
    symbol: r.pair,
    title: `${String(r.pair)}: ${String(r.status)}`,
  })

const tickerOf = (symbol: string) => get('rest.ticker', `${rest}/ticker?pair=${encodeURIComponent(symbol)}`)
const frame = (type: string, symbols: readonly string[]) => ({ type, channel: `${symbols.join()}-trades` })

const isTrade = (row: unknown) => Array.isArray(row) && row.length > 5

export const coincheckSite: Site = {
  id: 'coincheck',
  name: 'Coincheck',
  hosts: ['https://coincheck.com/*'],
  pages: ['https://coincheck.com/*'],
  quotes: ['JPY'],
  // Elsewhere on the site the pair is chosen in the page and stands in no address.
  ...tradingPage('https://coincheck.com/{locale}exchange/tradeview/coincheck/{base}{quote}', {
    ja: 'ja/',
    lower: true,
    quotes: ['JPY'],
  }),
}

export const coincheck = exchangeAt(coincheckSite, () => ({
  // No limit is published; clients keep 1.5 s between calls.
  budget: { weight: 1, perMs: 1500, whole: true },
  symbols: get('rest.symbols', `${rest}/exchange_status`),
  tickers: { ...tickerOf('btc_jpy'), everyMs: 60_000, of: tickerOf },
  stream: null,
  trades: {
    backfill: tradesOf(`${rest}/trades?limit=100&order=desc&pair=`),
    history: () => null,
    stream: { url: 'wss://ws-api.coincheck.com/', hello: [] },
    perFrame: 1,
    subscribe: (symbols) => frame('subscribe', symbols),
    // The venue takes no notice of it.
    unsubscribe: () => null,
  },
  official: [source(get('rest.status', `${rest}/exchange_status`))],
  kindOf: (message) => (Array.isArray(message) && message.some(isTrade) ? 'ws.trades' : null),
  refusal(payload) {
    const { success, error } = payload as Fields
    return success === false ? { message: error } : null
  },
  sidesOf: (symbol) => baseFirst(symbol, '_'),
  askedBy: (url) => (/\/api\/ticker\/?$/.test(url) ? 'btc_jpy' : undefined),
  readers: {
    'rest.ticker': (p) => each(listed(p), (r) => tick(r, { at: secondTime(r.timestamp) })),
    'rest.trades': (p) => each(within(p, 'data'), (r) => restTrade(r, { at: isoTime(r.created_at) })),
    'ws.trades': (p) => (p as unknown[]).map(streamTrade),
    'rest.symbols': (p) => each(within(p, 'exchange_status'), listing),
    'rest.status': (p) => each(within(p, 'exchange_status'), status),
  },
}))
