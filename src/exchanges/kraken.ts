import type { Listing } from '../market/pair.ts'
import { krakenCandles } from './candles/venues/kraken.ts'
import { createExchange } from './create-exchange.ts'
import { get, tradesForPair } from './feeds/rest-call.ts'
import { krakenOfficial } from './official/venues/kraken.ts'
import { createSite } from './sites/create-site.ts'
import type { Raw, RawRow } from './validate/raw-row.ts'
import { text } from './validate/text-values.ts'
import { number } from './validate/values.ts'
import { iso, seconds } from './wire/decoders.ts'
import { type JsonObject, valueAt } from './wire/json.ts'
import { hasDataList, kindByTopic } from './wire/kind-by-topic.ts'
import { coinOf, sidesOfName, streamSymbol } from './wire/kraken-names.ts'
import { listReader, mapObject } from './wire/list-reader.ts'
import { mapListing, mapTick, mapTrade } from './wire/row-mapper.ts'
import type { Sides } from './wire/sides.ts'
import { lookup, path } from './wire/wire-field.ts'
import { wordOf } from './wire/word-of.ts'
import { krakenReply } from './wire/subscription-replies.ts'

// Kraken spot: REST https://docs.kraken.com/api/docs/rest-api, streams v2 (v1's arrays are frozen
// and not read). REST replies are objects keyed by the ids of kraken-names.ts.

const rest = 'https://api.kraken.com/0/public'

/** Volume times its average price: the turnover, which Kraken omits. */
const product = (volume: unknown, price: unknown) => (number(volume) ?? NaN) * (number(price) ?? NaN)

// Of each pair of figures the second covers 24 hours. `o` alone is today's, from 00:00 UTC.
const dayVolume = path('v', 1)
const dayAveragePrice = path('p', 1)
const restTick = mapTick({
  last: path('c', 0),
  open: 'o',
  high: path('h', 1),
  low: path('l', 1),
  baseVolume: dayVolume,
  quoteVolume: (entry) => product(dayVolume(entry), dayAveragePrice(entry)),
  count: path('t', 1),
  bid: path('b', 0),
  ask: path('a', 0),
})
const streamTick = mapTick({
  symbol: 'symbol',
  last: 'last',
  high: 'high',
  low: 'low',
  baseVolume: 'volume',
  quoteVolume: ({ volume, vwap }) => product(volume, vwap),
  bid: 'bid',
  ask: 'ask',
  at: iso('timestamp'),
})
const restTrade = mapTrade({ price: 0, amount: 1, at: seconds(2), side: 3, id: 6 })
const streamTrade = mapTrade({
  symbol: 'symbol',
  id: 'trade_id',
  price: 'price',
  amount: 'qty',
  side: 'side',
  at: iso('timestamp'),
})
const listing = mapListing({
  state: lookup('status', {
    online: 'trading',
    limit_only: 'trading',
    post_only: 'prelisting',
    cancel_only: 'cancel-only',
    reduce_only: 'cancel-only',
    // Replies from before 2022 have no status: a pair not declared online counts as halted.
    undefined: 'halted',
    maintenance: 'halted',
    delisted: 'delisted',
  }),
})

function* readRestTrades(payload: unknown): Iterable<RawRow> {
  for (const [symbol, trades] of Object.entries(valueAt(payload, 'result') as object)) {
    if (symbol !== 'last') for (const trade of trades as JsonObject[]) yield restTrade(trade, { symbol })
  }
}

/** The common name of an asset; undefined where the entry names none. */
const nameOf = (asset: unknown) => (text(asset) === undefined ? undefined : coinOf(String(asset)))

function pair(symbol: string, entry: JsonObject): Raw<Listing> {
  const sides = sidesOfName(text(entry.wsname) ?? '') ?? {
    base: nameOf(entry.base),
    quote: nameOf(entry.quote),
  }
  return listing(entry, { symbol, ...sides })
}

const contractPath = ({ base, quote }: Sides) => `app/trade/futures-${base}-${quote}-perp`.toLowerCase()
export const krakenSite = createSite({
  id: 'kraken',
  name: 'Kraken',
  hosts: ['https://api.kraken.com/*'],
  page: 'https://pro.kraken.com/{locale}app/trade/{base}-{quote}',
  aliases: ['app/trade/(margin|spot)-{base}-{quote}'],
  perpetuals: [
    'app/trade/futures-{base}-{quote}-perp',
    'https://futures.kraken.com/{locale}trade/futures/p(f|i)_{base}{dollar}',
  ],
  lower: true,
  perpetual: { hosts: ['https://futures.kraken.com/*'], path: (_, pair) => contractPath(pair) },
  ownHosts: [
    ...['www.kraken.com', 'pro.kraken.com', 'futures.kraken.com', 'status.kraken.com', 'blog.kraken.com'],
    'support.kraken.com',
  ],
})

export const kraken = createExchange(krakenSite, () => ({
  budget: { weight: 1, perMs: 1000 },
  symbols: get('rest.symbols', `${rest}/AssetPairs`),
  tickers: { ...get('rest.tickers', `${rest}/Ticker`), everyMs: 10_000 },
  trades: {
    backfill: tradesForPair(`${rest}/Trades?count=1000&pair={symbol}`),
    stream: {
      url: 'wss://ws.kraken.com/v2',
      heartbeat: { ping: { frame: { method: 'ping' }, everyMs: 30_000 } },
      subscriptionReply: krakenReply,
    },
    streamSymbol,
    frame: (method, symbol, id) => ({ method, params: { channel: 'trade', symbol }, req_id: id }),
  },
  candles: krakenCandles,
  official: krakenOfficial,
  kindOf: kindByTopic(
    'channel',
    { ticker: 'ws.ticker', trade: 'ws.trades', status: 'ws.status' },
    hasDataList,
  ),
  refusal(payload) {
    const { error, result } = payload as JsonObject
    if (!Array.isArray(error)) return null
    // `<severity><category>:<error>`: an entry that begins with W is a warning beside a good result.
    const errors = error.map(wordOf).filter((entry) => !result || !entry.startsWith('W'))
    return errors.length > 0 ? { message: errors.join(', ') } : null
  },
  sidesOf: sidesOfName,
  readers: {
    'rest.tickers': (payload) =>
      mapObject<JsonObject>(valueAt(payload, 'result'), (symbol, entry) => restTick(entry, { symbol })),
    'ws.ticker': listReader('data', streamTick),
    'rest.trades': readRestTrades,
    'ws.trades': listReader('data', streamTrade),
    'rest.symbols': (payload) => mapObject(valueAt(payload, 'result'), pair),
  },
}))
