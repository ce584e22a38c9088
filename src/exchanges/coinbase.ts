import { get } from './call.ts'
import type { ListingState } from '../market/pair.ts'
import { exchangeAt } from './exchange-at.ts'
import type { Site } from './exchange.ts'
import { each, type Fields, listed, within } from './fields.ts'
import { type RawRow, text } from './gate.ts'
import { source } from './official/source.ts'
import { renamed } from './renamed.ts'
import { baseFirst } from './sides.ts'
import { takerOf } from './taker.ts'
import { tradingPage } from './trading-page.ts'
import { isoTime } from './wire-time.ts'

// Coinbase: the Exchange API has the taker's order id, the Advanced Trade API every ticker in one
// call. https://docs.cdp.coinbase.com/exchange and https://docs.cdp.coinbase.com/advanced-trade

const exchange = 'https://api.exchange.coinbase.com'
const advanced = 'https://api.coinbase.com/api/v3/brokerage/market'

const product = renamed(
  'tick',
  'symbol:product_id last:price baseVolume:volume_24h quoteVolume:approximate_quote_24h_volume',
)
/** One product's ticker of the Exchange API does not name it. */
const exchangeTick = renamed('tick', 'last:price bid ask baseVolume:volume')
const channelTick = renamed(
  'tick',
  'symbol:product_id last:price open:open_24h high:high_24h low:low_24h baseVolume:volume_24h ' +
    'bid:best_bid ask:best_ask',
)
const advancedTick = renamed(
  'tick',
  'symbol:product_id last:price high:high_24_h low:low_24_h baseVolume:volume_24_h bid:best_bid ask:best_ask',
)
const execution = renamed('trade', 'symbol:product_id id:trade_id order:taker_order_id price amount:size')

/** `side` is the maker's, in both APIs: https://docs.cdp.coinbase.com/exchange/websocket-feed/channels#match */
const trade = (r: Fields) => execution(r, { side: takerOf(r.side), at: isoTime(r.time) })

function stateOf(r: Fields): ListingState {
  if (r.status === 'delisted') return 'delisted'
  if (r.cancel_only === true) return 'cancel-only'
  if (r.auction_mode === true || r.post_only === true) return 'prelisting'
  return r.status === 'online' && r.trading_disabled !== true ? 'trading' : 'halted'
}

const isSpot = (r: Fields) => r.product_type !== 'FUTURE'

const listing = (r: Fields): RawRow | null =>
  isSpot(r)
    ? {
        type: 'symbol',
        symbol: r.product_id ?? r.id,
        base: r.base_currency_id ?? r.base_currency,
        quote: r.quote_currency_id ?? r.quote_currency,
        state: stateOf(r),
      }
    : null

/** Products in another state than "online" are halted, so the venue. */
const status = (r: Fields): RawRow => {
  const title = `${String(r.id)}: ${text(r.status_message) ?? String(r.status)}`
  const what = r.cancel_only === true ? 'cancel-only' : 'halt'
  return {
    type: 'notice',
    scope: 'pair',
    symbol: r.id,
    what,
    title,
    state: stateOf(r) === 'trading' ? 'over' : 'active',
  }
}

const asset = (r: Fields): RawRow => {
  const open = typeof r.status === 'string' ? r.status === 'online' : null
  return { type: 'asset', asset: r.id, deposit: open, withdrawal: open }
}

/** Advanced Trade wraps its rows in events. */
const inEvents = (payload: unknown, key: string) =>
  (within(payload, 'events') as readonly Fields[]).flatMap((event) => event[key])

const frame = (type: string, symbols: readonly string[]) => ({
  type,
  product_ids: symbols,
  channels: ['matches'],
})

const kinds: Readonly<Record<string, 'ws.ticker' | 'ws.trades' | 'ws.status'>> = {
  ticker: 'ws.ticker',
  ticker_batch: 'ws.ticker',
  match: 'ws.trades',
  last_match: 'ws.trades',
  market_trades: 'ws.trades',
  status: 'ws.status',
}

export const coinbaseSite: Site = {
  id: 'coinbase',
  name: 'Coinbase',
  hosts: ['https://api.coinbase.com/*', 'https://api.exchange.coinbase.com/*'],
  pages: ['https://www.coinbase.com/*'],
  ...tradingPage('https://www.coinbase.com/{locale}advanced-trade/spot/{base}-{quote}', {
    ja: 'ja/',
    also: ['https://www.coinbase.com/{locale}advanced-trade/{base}-{quote}'],
  }),
}

export const coinbase = exchangeAt(coinbaseSite, () => ({
  budget: { weight: 10, perMs: 1000 },
  symbols: get('rest.symbols', `${exchange}/products`),
  tickers: { ...get('rest.tickers', `${advanced}/products?product_type=SPOT`), everyMs: 5000 },
  stream: null,
  trades: {
    backfill: (symbol) =>
      get('rest.trades', `${exchange}/products/${encodeURIComponent(symbol)}/trades?limit=1000`),
    history: () => null,
    stream: { url: 'wss://ws-feed.exchange.coinbase.com', hello: [] },
    subscribe: (symbols) => frame('subscribe', symbols),
    unsubscribe: (symbols) => frame('unsubscribe', symbols),
  },
  official: [source(get('rest.currencies', `${exchange}/currencies`))],
  kindOf(message) {
    const { type, channel } = (message ?? {}) as Fields
    const name = text(channel) ?? text(type) ?? ''
    return Object.hasOwn(kinds, name) ? (kinds[name] ?? null) : null
  },
  refusal(payload) {
    const { message, id } = payload as Fields
    return typeof message === 'string' && id === undefined ? { message } : null
  },
  sidesOf: (symbol) => baseFirst(symbol, '-'),
  askedBy: (url) => /\/products\/([^/?#]+)/.exec(url)?.[1],
  readers: {
    'rest.tickers': (p) => each(within(p, 'products'), (r) => (isSpot(r) ? product(r) : null)),
    'rest.ticker': (p) =>
      each([p], (r) => ('product_id' in r ? product(r) : exchangeTick(r, { at: isoTime(r.time) }))),
    'ws.ticker': (p) =>
      (p as Fields).events
        ? each(inEvents(p, 'tickers'), (r) => advancedTick(r, { at: isoTime(within(p, 'timestamp')) }))
        : each(listed(p), (r) => channelTick(r, { at: isoTime(r.time) })),
    'rest.trades': (p) => each((p as Fields).trades ?? p, trade),
    'ws.trades': (p) => each((p as Fields).events ? inEvents(p, 'trades') : listed(p), trade),
    'rest.symbols': (p) => each((p as Fields).products ?? p, listing),
    'ws.status': (p) => each(within(p, 'products'), status),
    'rest.currencies': (p) => each(listed(p), asset),
  },
}))
