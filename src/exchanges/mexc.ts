import { mexcCandles } from './candles/venues/mexc.ts'
import { createExchange } from './create-exchange.ts'
import { get, tradesForPair } from './feeds/rest-call.ts'
import { mexcOfficial } from './official/venues/mexc.ts'
import { createSite } from './sites/create-site.ts'
import { binanceRefusal, restTick, restTrade } from './wire/binance-wire.ts'
import { type JsonObject, valueAt } from './wire/json.ts'
import { listReader, mapList } from './wire/list-reader.ts'
import { mapListing, mapTick, mapTrade } from './wire/row-mapper.ts'
import { lookup } from './wire/wire-field.ts'
import { mexcReply } from './wire/subscription-replies.ts'

// MEXC spot, API v3: https://www.mexc.com/api-docs/spot-v3/introduction. REST has Binance's shape;
// streams are protobuf (mexcdevelop/websocket-proto), read here in their JSON form.

const rest = 'https://api.mexc.com/api/v3'

/** `openTime` is not where the 24 hours begin, as the volumes beside it show. */
const tick = (entry: JsonObject) => restTick(entry, { since: undefined, lastTrade: undefined })
// In a mini ticker `volume` is the turnover in quote and `quantity` the volume in base.
const miniTick = mapTick({
  symbol: 'symbol',
  last: 'price',
  high: 'high',
  low: 'low',
  baseVolume: 'quantity',
  quoteVolume: 'volume',
})
const streamTrade = mapTrade({
  price: 'price',
  amount: 'quantity',
  side: lookup('tradeType', { 1: 'buy', 2: 'sell' }),
  at: 'time',
})
// `isSpotTradingAllowed` is about trading by API, not about a halt.
const listing = mapListing({
  symbol: 'symbol',
  base: 'baseAsset',
  quote: 'quoteAsset',
  state: lookup('status', { 1: 'trading', 2: 'halted', 3: 'delisted' }),
})

export const mexcSite = createSite({
  id: 'mexc',
  name: 'MEXC',
  hosts: ['https://api.mexc.com/*'],
  page: 'https://www.mexc.com/{locale}exchange/{base}_{quote}',
  aliases: ['margin/{base}_{quote}'],
  perpetuals: [
    'futures/[exchange/]{base}_{quote}',
    'https://futures.mexc.com/{locale}exchange/{base}_{quote}',
  ],
  perpetual: {
    hosts: ['https://api.mexc.com/*'],
    path: (_, { symbol, base, quote }) => `futures/${encodeURIComponent(symbol ?? `${base}_${quote}`)}`,
  },
  ja: 'ja-JP/',
})

export const mexc = createExchange(mexcSite, () => ({
  budget: { weight: 500, perMs: 10_000, exceededCodes: [429, 510] },
  symbols: get('rest.symbols', `${rest}/exchangeInfo`, 10),
  // A stream of all mini tickers is in the schema and in clients, but in no documentation.
  tickers: { ...get('rest.tickers', `${rest}/ticker/24hr`, 40), everyMs: 10_000, rowTimes: 'last-trade' },
  trades: {
    backfill: tradesForPair(`${rest}/trades?limit=1000&symbol={symbol}`, 5),
    stream: {
      url: 'wss://wbs-api.mexc.com/ws',
      framing: 'protobuf',
      heartbeat: { ping: { frame: { method: 'PING' }, everyMs: 20_000 } },
      subscriptionReply: mexcReply,
    },
    limits: { maxPairs: 30 },
    commands: ['SUBSCRIPTION', 'UNSUBSCRIPTION'],
    frame: (method, symbols) => ({
      method,
      params: symbols.map((symbol) => `spot@public.aggre.deals.v3.api.pb@100ms@${symbol}`),
    }),
  },
  candles: mexcCandles,
  official: mexcOfficial,
  kindOf(message) {
    const { publicAggreDeals: trades, publicMiniTickers: tickers } = (message ?? {}) as JsonObject
    return trades ? 'ws.trades' : tickers ? 'ws.ticker' : null
  },
  refusal: binanceRefusal,
  readers: {
    'rest.tickers': listReader('', tick),
    'ws.ticker': (payload) =>
      mapList(valueAt(payload, 'publicMiniTickers', 'items'), (entry) =>
        miniTick(entry, { at: valueAt(payload, 'sendTime') }),
      ),
    'rest.trades': listReader('', restTrade),
    'ws.trades': (payload) =>
      mapList(valueAt(payload, 'publicAggreDeals', 'deals'), (entry) =>
        streamTrade(entry, { symbol: valueAt(payload, 'symbol') }),
      ),
    'rest.symbols': listReader('symbols', listing),
  },
}))
