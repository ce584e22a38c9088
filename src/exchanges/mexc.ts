import { binanceRefusal, restTick, restTrade } from './wire/binance-wire.ts'
import { get, tradesForPair } from './feeds/rest-call.ts'
import { createExchange } from './create-exchange.ts'
import { each, type Fields, rows, within } from './wire/fields.ts'
import { mexcOfficial } from './official/venues/mexc.ts'
import { listings, renamed } from './wire/row-mapper.ts'
import { createSite } from './sites/create-site.ts'

// MEXC spot, API v3: https://www.mexc.com/api-docs/spot-v3/introduction. REST is Binance's shape;
// streams are protobuf (mexcdevelop/websocket-proto), read here in their JSON form.

const rest = 'https://api.mexc.com/api/v3'

/** `openTime` is not where the 24 hours begin, as the volumes beside it show. */
const tick = (r: Fields) => ({ ...restTick(r), since: undefined, lastTrade: undefined })
// In a mini ticker `volume` is the turnover in quote and `quantity` that in base.
const miniTick = renamed('tick', 'symbol last:price high low baseVolume:quantity quoteVolume:volume')
const deal = renamed('trade', 'price amount:quantity at:time')
const sides: Readonly<Record<string, string>> = { 1: 'buy', 2: 'sell' }
// `isSpotTradingAllowed` is about trading by API, not about a halt.
const listing = listings('symbol base:baseAsset quote:quoteAsset state:status', {
  1: 'trading',
  2: 'halted',
  3: 'delisted',
})

export const mexcSite = createSite({
  id: 'mexc',
  name: 'MEXC',
  hosts: ['https://api.mexc.com/*'],
  page: 'https://www.mexc.com/{locale}exchange/{base}_{quote}',
  ja: 'ja-JP/',
})

export const mexc = createExchange(mexcSite, () => ({
  budget: { weight: 500, perMs: 10_000 },
  symbols: get('rest.symbols', `${rest}/exchangeInfo`, 10),
  // A stream of all mini tickers stands in the schema and in clients, but in no documentation.
  tickers: { ...get('rest.tickers', `${rest}/ticker/24hr`, 40), everyMs: 10_000 },
  trades: {
    backfill: tradesForPair(`${rest}/trades?limit=1000&symbol={symbol}`, 5),
    stream: {
      url: 'wss://wbs-api.mexc.com/ws',
      framing: 'protobuf',
      heartbeat: { ping: { frame: { method: 'PING' }, everyMs: 20_000 } },
    },
    limits: { maxPairs: 30 },
    words: ['SUBSCRIPTION', 'UNSUBSCRIPTION'],
    frame: (method, symbols) => ({
      method,
      params: symbols.map((symbol) => `spot@public.aggre.deals.v3.api.pb@100ms@${symbol}`),
    }),
  },
  official: mexcOfficial,
  kindOf(message) {
    const { publicAggreDeals: deals, publicMiniTickers: tickers } = (message ?? {}) as Fields
    return deals ? 'ws.trades' : tickers ? 'ws.ticker' : null
  },
  refusal: binanceRefusal,
  readers: {
    'rest.tickers': rows('', tick),
    'ws.ticker': (p) =>
      each(within(p, 'publicMiniTickers', 'items'), (r) => miniTick(r, { at: within(p, 'sendTime') })),
    'rest.trades': rows('', restTrade),
    'ws.trades': (p) =>
      each(within(p, 'publicAggreDeals', 'deals'), (r) =>
        deal(r, { symbol: within(p, 'symbol'), side: sides[String(r.tradeType)] }),
      ),
    'rest.symbols': rows('symbols', listing),
  },
}))
