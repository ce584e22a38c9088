import { get, tradesForPair } from './feeds/rest-call.ts'
import { createExchange } from './create-exchange.ts'
import { each, type Fields, rows } from './wire/fields.ts'
import type { RawRow } from './gate/raw-row.ts'
import { coinbaseOfficial, coinbaseState } from './official/venues/coinbase.ts'
import { renamed } from './wire/row-mapper.ts'
import { baseFirst } from './wire/sides.ts'
import { createSite } from './sites/create-site.ts'
import { topics } from './wire/topics.ts'
import { isoTime } from './wire/wire-time.ts'

// Coinbase: the Exchange API has the taker's order id, the Advanced Trade API every ticker in one
// call. https://docs.cdp.coinbase.com/exchange and https://docs.cdp.coinbase.com/advanced-trade

const exchange = 'https://api.exchange.coinbase.com'
const advanced = 'https://api.coinbase.com/api/v3/brokerage/market'

// Each path and channel has its own names, and none means two things. One product's ticker does not name it.
const tick = renamed(
  'tick',
  'symbol:product_id last:price open:open_24h high:high_24h|high_24_h low:low_24h|low_24_h ' +
    'baseVolume:volume_24h|volume_24_h|volume quoteVolume:approximate_quote_24h_volume ' +
    'bid:best_bid|bid ask:best_ask|ask at:iso(time)',
)
// The side is the maker's, in both APIs: https://docs.cdp.coinbase.com/exchange/websocket-feed/channels#match
const trade = renamed(
  'trade',
  'symbol:product_id id:trade_id order:taker_order_id price amount:size side:maker(side) at:iso(time)',
)
const pair = renamed(
  'symbol',
  'symbol:product_id|id base:base_currency_id|base_currency quote:quote_currency_id|quote_currency',
)
const spot = (make: (r: Fields) => RawRow) => (r: Fields) => (r.product_type === 'FUTURE' ? null : make(r))

const advancedTicks = (payload: unknown) =>
  rows('events.*.tickers', (r) => tick(r, { at: isoTime((payload as Fields).timestamp) }))

export const coinbaseSite = createSite({
  id: 'coinbase',
  name: 'Coinbase',
  hosts: ['https://api.coinbase.com/*', 'https://api.exchange.coinbase.com/*'],
  page: 'https://www.coinbase.com/{locale}advanced-trade/spot/{base}-{quote}',
  also: ['https://www.coinbase.com/{locale}advanced-trade/{base}-{quote}'],
  ja: 'ja/',
  ownHosts: ['www.coinbase.com', 'status.coinbase.com', 'status.exchange.coinbase.com'],
})

export const coinbase = createExchange(coinbaseSite, () => ({
  budget: { weight: 10, perMs: 1000 },
  symbols: get('rest.symbols', `${exchange}/products`),
  tickers: { ...get('rest.tickers', `${advanced}/products?product_type=SPOT`), everyMs: 5000 },
  trades: {
    backfill: tradesForPair(`${exchange}/products/{symbol}/trades?limit=1000`),
    stream: { url: 'wss://ws-feed.exchange.coinbase.com' },
    frame: (type, symbols) => ({ type, product_ids: symbols, channels: ['matches'] }),
  },
  official: coinbaseOfficial,
  kindOf: topics('channel|type', {
    ticker: 'ws.ticker',
    ticker_batch: 'ws.ticker',
    match: 'ws.trades',
    last_match: 'ws.trades',
    market_trades: 'ws.trades',
    status: 'ws.status',
  }),
  refusal(payload) {
    const { message, id } = payload as Fields
    return typeof message === 'string' && id === undefined ? { message } : null
  },
  sidesOf: (symbol) => baseFirst(symbol, '-'),
  requestedSymbol: (url) => /\/products\/([^/?#]+)/.exec(url)?.[1],
  // Advanced Trade wraps its rows in events.
  readers: {
    'rest.tickers': rows('products', spot(tick)),
    'rest.ticker': (p) => each([p], tick),
    'ws.ticker': (p, at) => ((p as Fields).events ? advancedTicks(p) : rows('', tick))(p, at),
    'rest.trades': (p) => each((p as Fields).trades ?? p, trade),
    'ws.trades': (p, at) => rows((p as Fields).events ? 'events.*.trades' : '', trade)(p, at),
    'rest.symbols': (p) =>
      each(
        (p as Fields).products ?? p,
        spot((r) => pair(r, { state: coinbaseState(r) })),
      ),
  },
}))
