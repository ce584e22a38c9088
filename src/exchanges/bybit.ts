import { bybitCandles } from './candles/venues/bybit.ts'
import { createExchange } from './create-exchange.ts'
import { get, tradesForPair } from './feeds/rest-call.ts'
import { bybitOfficial } from './official/venues/bybit.ts'
import { createSite } from './sites/create-site.ts'
import type { RawRow } from './validate/raw-row.ts'
import { type JsonObject, valueAt } from './wire/json.ts'
import { ifKind, kindByTopic } from './wire/kind-by-topic.ts'
import { listReader, mapList, rejectPayload } from './wire/list-reader.ts'
import { refusalByCode } from './wire/refusal.ts'
import { mapListing, mapTick, mapTrade } from './wire/row-mapper.ts'
import { lookup } from './wire/wire-field.ts'
import { bybitReply } from './wire/subscription-replies.ts'

// Bybit spot, API v5: https://bybit-exchange.github.io/docs/v5/intro
// The same paths and topics carry derivatives: what shows that it is one is left out.

const rest = 'https://api.bybit.com/v5'

const tick = mapTick({
  symbol: 'symbol',
  last: 'lastPrice',
  open: 'prevPrice24h',
  high: 'highPrice24h',
  low: 'lowPrice24h',
  baseVolume: 'volume24h',
  quoteVolume: 'turnover24h',
  bid: 'bid1Price',
  ask: 'ask1Price',
})
const restTrade = mapTrade({
  symbol: 'symbol',
  id: 'execId',
  price: 'price',
  amount: 'size',
  side: 'side',
  at: 'time',
})
const streamTrade = mapTrade({ symbol: 's', id: 'i', price: 'p', amount: 'v', side: 'S', at: 'T' })
// A halted spot pair is missing from the list: its absence is the message.
const listing = mapListing({
  symbol: 'symbol',
  base: 'baseCoin',
  quote: 'quoteCoin',
  state: lookup('status', { Trading: 'trading', PreLaunch: 'prelisting', Closed: 'delisted' }),
})

function* mapSpotList(payload: unknown, make: (entry: JsonObject) => RawRow): Iterable<RawRow> {
  if (valueAt(payload, 'result', 'category') === 'spot')
    yield* mapList(valueAt(payload, 'result', 'list'), make)
}

/** Only spot messages are always snapshots, and only derivatives have a mark price. */
function readStreamTick(payload: unknown): RawRow[] {
  const { type, data, ts } = payload as { type: unknown; data: JsonObject; ts: unknown }
  if (type !== 'snapshot') rejectPayload()
  return 'markPrice' in data ? [] : [tick(data, { at: ts })]
}

const kindOf = kindByTopic('topic', {
  'tickers.*': 'ws.ticker',
  'publicTrade.*': 'ws.trades',
  'system.status': 'ws.status',
})

export const bybitSite = createSite({
  id: 'bybit',
  name: 'Bybit',
  hosts: ['https://api.bybit.com/*'],
  page: 'https://www.bybit.com/{locale}trade/spot/{base}/{quote}',
  perpetuals: ['trade/[futures/](usdt|usdc|inverse)/{base}[-]{dollar}', 'trade/[futures/]usdc/{base}[-]perp'],
  en: 'en/',
  perpetual: {
    hosts: ['https://api.bybit.com/*'],
    path: (symbol) => `trade/${symbol.endsWith('PERP') ? 'usdc' : 'usdt'}/${encodeURIComponent(symbol)}`,
  },
  ja: 'ja-JP/',
  ownHosts: ['www.bybit.com', 'announcements.bybit.com'],
})

export const bybit = createExchange(bybitSite, () => ({
  // Half of what an address may send: the perpetual market is on the same host.
  budget: { weight: 300, perMs: 5000, exceededCodes: [10006, 10018, 10429] },
  symbols: get('rest.symbols', `${rest}/market/instruments-info?category=spot`),
  tickers: { ...get('rest.tickers', `${rest}/market/tickers?category=spot`), everyMs: 5000 },
  trades: {
    backfill: tradesForPair(`${rest}/market/recent-trade?category=spot&limit=60&symbol={symbol}`),
    stream: {
      url: 'wss://stream.bybit.com/v5/public/spot',
      heartbeat: { ping: { frame: { op: 'ping' }, everyMs: 18_000 } },
      subscriptionReply: bybitReply,
    },
    limits: { maxPairsPerFrame: 10 },
    frame: (op, symbols, id) => ({
      req_id: String(id),
      op,
      args: symbols.map((symbol) => `publicTrade.${symbol}`),
    }),
  },
  candles: bybitCandles('spot'),
  official: bybitOfficial,
  kindOf,
  refusal: refusalByCode(0, 'retCode', 'retMsg'),
  readers: {
    'rest.tickers': (payload) =>
      mapSpotList(payload, (entry) => tick(entry, { at: valueAt(payload, 'time') })),
    'ws.ticker': ifKind(kindOf, 'ws.ticker', readStreamTick),
    'rest.trades': (payload) => mapSpotList(payload, restTrade),
    // `L`, the tick's direction, is documented for perpetuals and futures alone.
    'ws.trades': ifKind(
      kindOf,
      'ws.trades',
      listReader('data', (entry) => ('L' in entry ? null : streamTrade(entry))),
    ),
    'rest.symbols': (payload) => mapSpotList(payload, listing),
  },
}))
