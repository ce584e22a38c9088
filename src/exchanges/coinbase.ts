import { coinbaseCandles } from './candles/venues/coinbase.ts'
import { createExchange } from './create-exchange.ts'
import { get, tradesForPair } from './feeds/rest-call.ts'
import { coinbaseOfficial, coinbaseState } from './official/venues/coinbase.ts'
import { createSite } from './sites/create-site.ts'
import type { RawRow } from './validate/raw-row.ts'
import { iso, maker } from './wire/decoders.ts'
import type { JsonObject } from './wire/json.ts'
import { kindByTopic } from './wire/kind-by-topic.ts'
import { listReader, mapList } from './wire/list-reader.ts'
import { mapListing, mapTick, mapTrade } from './wire/row-mapper.ts'
import { baseFirst } from './wire/sides.ts'
import { firstOf } from './wire/wire-field.ts'
import { coinbaseReply } from './wire/subscription-replies.ts'

// Coinbase: the Exchange API has the taker's order id, the Advanced Trade API every ticker in one call; its streams wrap
// rows in events. https://docs.cdp.coinbase.com/exchange and https://docs.cdp.coinbase.com/advanced-trade

const exchange = 'https://api.exchange.coinbase.com'
const advanced = 'https://api.coinbase.com/api/v3/brokerage/market'
// Each path and channel has its own key names; no name has two meanings. One product's ticker does not name it.
const tick = mapTick({
  symbol: 'product_id',
  last: 'price',
  open: 'open_24h',
  high: firstOf('high_24h', 'high_24_h'),
  low: firstOf('low_24h', 'low_24_h'),
  baseVolume: firstOf('volume_24h', 'volume_24_h', 'volume'),
  quoteVolume: 'approximate_quote_24h_volume',
  bid: firstOf('best_bid', 'bid'),
  ask: firstOf('best_ask', 'ask'),
  at: iso('time'),
})
const trade = mapTrade({
  symbol: 'product_id',
  id: 'trade_id',
  order: 'taker_order_id',
  price: 'price',
  amount: 'size',
  side: maker('side'), // The maker's, in both APIs: `match` of /exchange/websocket-feed/channels
  at: iso('time'),
})
const listing = mapListing({
  symbol: firstOf('product_id', 'id'),
  base: firstOf('base_currency_id', 'base_currency'),
  quote: firstOf('quote_currency_id', 'quote_currency'),
  state: coinbaseState,
})
const ifSpot = (make: (entry: JsonObject) => RawRow) => (entry: JsonObject) =>
  entry.product_type === 'FUTURE' ? null : make(entry)
const advancedTicks = (payload: unknown) =>
  listReader('events.*.tickers', (entry) => tick(entry, { at: iso('timestamp')(payload as JsonObject) }))

export const coinbaseSite = createSite({
  id: 'coinbase',
  name: 'Coinbase',
  hosts: ['https://api.coinbase.com/*', 'https://api.exchange.coinbase.com/*'],
  page: 'https://www.coinbase.com/{locale}advanced-trade/spot/{base}-{quote}',
  aliases: ['advanced-trade/{base}-{quote}'],
  perpetuals: ['advanced-trade/(perpetuals|futures)/{base}-perp[-intx]'],
  perpetual: {
    hosts: ['https://api.international.coinbase.com/*', 'https://api.coinbase.com/*'],
    path: (symbol, { base }) =>
      `advanced-trade/perpetuals/${/^.+-PERP/.exec(symbol)?.[0] ?? `${base}-PERP`}-INTX`,
  },
  ja: 'ja/',
  ownHosts: ['www.coinbase.com', 'status.coinbase.com', 'status.exchange.coinbase.com'],
})

export const coinbase = createExchange(coinbaseSite, () => ({
  budget: { weight: 10, perMs: 1000 },
  symbols: get('rest.symbols', `${exchange}/products`),
  tickers: { ...get('rest.tickers', `${advanced}/products?product_type=SPOT`), everyMs: 5000 },
  trades: {
    backfill: tradesForPair(`${exchange}/products/{symbol}/trades?limit=1000`),
    stream: { url: 'wss://ws-feed.exchange.coinbase.com', subscriptionReply: coinbaseReply },
    frame: (type, symbols) => ({ type, product_ids: symbols, channels: ['matches'] }),
  },
  candles: coinbaseCandles,
  official: coinbaseOfficial,
  kindOf: kindByTopic(firstOf('channel', 'type'), {
    ticker: 'ws.ticker',
    ticker_batch: 'ws.ticker',
    match: 'ws.trades',
    last_match: 'ws.trades',
    market_trades: 'ws.trades',
    status: 'ws.status',
  }),
  refusal(payload) {
    const { message, id, error: code } = payload as JsonObject
    return typeof message === 'string' && id === undefined ? { message, code } : null
  },
  sidesOf: (symbol) => baseFirst(symbol, '-'),
  requestedSymbol: (url) => /\/products\/([^/?#]+)/.exec(url)?.[1],
  readers: {
    'rest.tickers': listReader('products', ifSpot(tick)),
    'rest.ticker': (payload) => mapList([payload], tick),
    'ws.ticker': (payload, at) =>
      ((payload as JsonObject).events ? advancedTicks(payload) : listReader('', tick))(payload, at),
    'rest.trades': (payload) => mapList((payload as JsonObject).trades ?? payload, trade),
    'ws.trades': (payload, at) =>
      listReader((payload as JsonObject).events ? 'events.*.trades' : '', trade)(payload, at),
    'rest.symbols': (payload) => mapList((payload as JsonObject).products ?? payload, ifSpot(listing)),
  },
}))
