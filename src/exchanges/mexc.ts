import { binanceRefusal, restTick, restTrade } from './binance-wire.ts'
import { get, tradesOf } from './call.ts'
import { exchangeAt } from './exchange-at.ts'
import type { Site } from './exchange.ts'
import { each, type Fields, listed, within } from './fields.ts'
import { flags } from './official/source.ts'
import { listings, renamed } from './renamed.ts'
import { pairCaution } from './statement.ts'
import { tradingPage } from './trading-page.ts'

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

const params = (symbols: readonly string[]) =>
  symbols.map((symbol) => `spot@public.aggre.deals.v3.api.pb@100ms@${symbol}`)

export const mexcSite: Site = {
  id: 'mexc',
  name: 'MEXC',
  hosts: ['https://api.mexc.com/*'],
  pages: ['https://www.mexc.com/*'],
  ...tradingPage('https://www.mexc.com/{locale}exchange/{base}_{quote}', { ja: 'ja-JP/' }),
}

export const mexc = exchangeAt(mexcSite, () => ({
  budget: { weight: 500, perMs: 10_000 },
  symbols: get('rest.symbols', `${rest}/exchangeInfo`, 10),
  tickers: { ...get('rest.tickers', `${rest}/ticker/24hr`, 40), everyMs: 10_000 },
  // A stream of all mini tickers stands in the schema and in clients, but in no documentation.
  stream: null,
  trades: {
    backfill: tradesOf(`${rest}/trades?limit=1000&symbol=`, 5),
    history: () => null,
    stream: {
      url: 'wss://wbs-api.mexc.com/ws',
      hello: [],
      framing: 'protobuf',
      beat: { frame: { method: 'PING' }, everyMs: 20_000 },
    },
    most: 30,
    subscribe: (symbols) => ({ method: 'SUBSCRIPTION', params: params(symbols) }),
    unsubscribe: (symbols) => ({ method: 'UNSUBSCRIPTION', params: params(symbols) }),
  },
  // No status and no announcements can be had without a key.
  official: [flags(get('rest.status', `${rest}/exchangeInfo`, 10))],
  kindOf(message) {
    const { publicAggreDeals: deals, publicMiniTickers: tickers } = (message ?? {}) as Fields
    return deals ? 'ws.trades' : tickers ? 'ws.ticker' : null
  },
  refusal: binanceRefusal,
  readers: {
    'rest.tickers': (p) => each(listed(p), tick),
    'rest.ticker': (p) => each(listed(p), tick),
    'ws.ticker': (p) =>
      each(within(p, 'publicMiniTickers', 'items'), (r) => miniTick(r, { at: within(p, 'sendTime') })),
    'rest.trades': (p) => each(listed(p), restTrade),
    'ws.trades': (p) =>
      each(within(p, 'publicAggreDeals', 'deals'), (r) =>
        deal(r, { symbol: within(p, 'symbol'), side: sides[String(r.tradeType)] }),
      ),
    'rest.symbols': (p) => each(within(p, 'symbols'), listing),
    'rest.status': (p) =>
      each(within(p, 'symbols'), (r) => pairCaution(r.symbol, r.st === true ? 'ST' : null)),
  },
}))
