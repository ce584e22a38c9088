import { get, tradesOf } from './call.ts'
import { exchangeAt } from './exchange-at.ts'
import type { Site } from './exchange.ts'
import { type Fields, within } from './fields.ts'
import { number, type RawRow, text } from './gate.ts'
import { keyed, ofChannel } from './kraken-wire.ts'
import { krakenOfficial, krakenWords } from './kraken-official.ts'
import { coinOf, sidesOfName, streamName } from './kraken-names.ts'
import { listings, renamed } from './renamed.ts'
import { sideOf } from './taker.ts'
import { tradingPage } from './trading-page.ts'
import { isoTime, secondTime } from './wire-time.ts'

// Kraken spot: REST https://docs.kraken.com/api/docs/rest-api, streams v2 (v1's arrays are frozen
// and not read). REST answers in objects keyed by the odd ids of kraken-names.ts.

const rest = 'https://api.kraken.com/0/public'

const streamTick = renamed('tick', 'symbol last high low baseVolume:volume bid ask')
const streamTrade = renamed('trade', 'symbol id:trade_id price amount:qty side')
const states = {
  online: 'trading',
  limit_only: 'trading',
  post_only: 'prelisting',
  cancel_only: 'cancel-only',
  reduce_only: 'cancel-only',
  // Replies of before 2022 say nothing of it: a pair that is not said to be online is not.
  undefined: 'halted',
  maintenance: 'halted',
  delisted: 'delisted',
} as const
const listing = listings('state:status', states)
/** Volume times its average price: the turnover, which Kraken does not give. */
const product = (volume: unknown, price: unknown) => {
  const [n, p] = [number(volume), number(price)]
  return n === undefined || p === undefined ? undefined : n * p
}

/** Of each pair of figures the second is that of 24 hours. `o` alone is today's, from 00:00 UTC. */
function restTick(symbol: string, r: Readonly<Record<string, readonly unknown[]>>): RawRow {
  const [last, high, low, volume, average] = [r.c?.[0], r.h?.[1], r.l?.[1], r.v?.[1], r.p?.[1]]
  const figures = { last, high, low, open: r.o, count: r.t?.[1], bid: r.b?.[0], ask: r.a?.[0] }
  return { type: 'tick', symbol, ...figures, baseVolume: volume, quoteVolume: product(volume, average) }
}

function restTrade(symbol: string, row: readonly unknown[]): RawRow {
  const [price, amount, time, side, , , id] = row
  return { type: 'trade', symbol, id, price, amount, side: sideOf(side), at: secondTime(time) }
}

function* restTrades(payload: unknown): Iterable<RawRow> {
  for (const [symbol, rows] of Object.entries(within(payload, 'result') as object)) {
    if (symbol !== 'last') for (const row of rows as unknown[][]) yield restTrade(symbol, row)
  }
}

function pair(symbol: string, r: Fields): RawRow {
  const sides = sidesOfName(text(r.wsname) ?? '') ?? {
    base: coinOf(String(r.base)),
    quote: coinOf(String(r.quote)),
  }
  return { ...listing(r), symbol, ...sides }
}

const frame = (method: string, symbols: readonly string[]) => ({
  method,
  params: { channel: 'trade', symbol: symbols.map(streamName) },
})
const kinds: Readonly<Record<string, 'ws.ticker' | 'ws.trades' | 'ws.status'>> = {
  ticker: 'ws.ticker',
  trade: 'ws.trades',
  status: 'ws.status',
}

export const krakenSite: Site = {
  id: 'kraken',
  name: 'Kraken',
  hosts: ['https://api.kraken.com/*'],
  pages: ['https://pro.kraken.com/*'],
  ...tradingPage('https://pro.kraken.com/{locale}app/trade/{base}-{quote}', { lower: true }),
}

export const kraken = exchangeAt(krakenSite, () => ({
  budget: { weight: 1, perMs: 1000 },
  symbols: get('rest.symbols', `${rest}/AssetPairs`),
  tickers: { ...get('rest.tickers', `${rest}/Ticker`), everyMs: 10_000 },
  stream: null,
  trades: {
    backfill: tradesOf(`${rest}/Trades?count=1000&pair=`),
    history: () => null,
    stream: {
      url: 'wss://ws.kraken.com/v2',
      hello: [],
      beat: { frame: { method: 'ping' }, everyMs: 30_000 },
    },
    streamName,
    subscribe: (symbols) => frame('subscribe', symbols),
    unsubscribe: (symbols) => frame('unsubscribe', symbols),
  },
  official: krakenOfficial,
  kindOf(message) {
    const { channel, data } = (message ?? {}) as Fields
    return Array.isArray(data) && typeof channel === 'string' && Object.hasOwn(kinds, channel)
      ? (kinds[channel] ?? null)
      : null
  },
  refusal(payload) {
    const { error } = payload as Fields
    return Array.isArray(error) && error.length > 0 ? { message: error.join(', ') } : null
  },
  sidesOf: sidesOfName,
  readers: {
    'rest.tickers': (p) => keyed(p, restTick),
    'rest.ticker': (p) => keyed(p, restTick),
    'ws.ticker': (p) =>
      ofChannel(p, 'ticker', (r) =>
        streamTick(r, { quoteVolume: product(r.volume, r.vwap), at: isoTime(r.timestamp) }),
      ),
    'rest.trades': restTrades,
    'ws.trades': (p) => ofChannel(p, 'trade', (r) => streamTrade(r, { at: isoTime(r.timestamp) })),
    'rest.symbols': (p) => keyed(p, pair),
    ...krakenWords,
  },
}))
