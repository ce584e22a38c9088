import { get, tradesForPair } from './feeds/rest-call.ts'
import { createExchange } from './create-exchange.ts'
import { type Fields, keyed, rows, within } from './wire/fields.ts'
import { number, type RawRow, text } from './gate/raw-row.ts'
import { coinOf, sidesOfName, streamSymbol } from './wire/kraken-names.ts'
import { krakenOfficial } from './official/venues/kraken.ts'
import { listings, renamed } from './wire/row-mapper.ts'
import { createSite } from './sites/create-site.ts'
import { hasData, topics } from './wire/topics.ts'

// Kraken spot: REST https://docs.kraken.com/api/docs/rest-api, streams v2 (v1's arrays are frozen
// and not read). REST answers in objects keyed by the odd ids of kraken-names.ts.

const rest = 'https://api.kraken.com/0/public'

// Of each pair of figures the second is that of 24 hours. `o` alone is today's, from 00:00 UTC.
const restTick = renamed('tick', 'last:c.0 open:o high:h.1 low:l.1 baseVolume:v.1 count:t.1 bid:b.0 ask:a.0')
const streamTick = renamed('tick', 'symbol last high low baseVolume:volume bid ask at:iso(timestamp)')
const restTrade = renamed('trade', 'price:0 amount:1 at:seconds(2) side:3 id:6')
const streamTrade = renamed('trade', 'symbol id:trade_id price amount:qty side at:iso(timestamp)')
const listing = listings('state:status', {
  online: 'trading',
  limit_only: 'trading',
  post_only: 'prelisting',
  cancel_only: 'cancel-only',
  reduce_only: 'cancel-only',
  // Replies of before 2022 say nothing of it: a pair that is not said to be online is not.
  undefined: 'halted',
  maintenance: 'halted',
  delisted: 'delisted',
})

/** Volume times its average price: the turnover, which Kraken does not give. */
const product = (volume: unknown, price: unknown) => {
  const [n, p] = [number(volume), number(price)]
  return n === undefined || p === undefined ? undefined : n * p
}

const tick = (symbol: string, r: Readonly<Record<string, readonly unknown[]>>) =>
  restTick(r, { symbol, quoteVolume: product(r.v?.[1], r.p?.[1]) })

function* restTrades(payload: unknown): Iterable<RawRow> {
  for (const [symbol, trades] of Object.entries(within(payload, 'result') as object)) {
    if (symbol !== 'last') for (const trade of trades as Fields[]) yield restTrade(trade, { symbol })
  }
}

function pair(symbol: string, r: Fields): RawRow {
  const sides = sidesOfName(text(r.wsname) ?? '') ?? {
    base: coinOf(String(r.base)),
    quote: coinOf(String(r.quote)),
  }
  return { ...listing(r), symbol, ...sides }
}

export const krakenSite = createSite({
  id: 'kraken',
  name: 'Kraken',
  hosts: ['https://api.kraken.com/*'],
  page: 'https://pro.kraken.com/{locale}app/trade/{base}-{quote}',
  lower: true,
  ownHosts: [
    ...['www.kraken.com', 'pro.kraken.com', 'status.kraken.com', 'blog.kraken.com'],
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
    },
    streamSymbol,
    frame: (method, symbols) => ({ method, params: { channel: 'trade', symbol: symbols.map(streamSymbol) } }),
  },
  official: krakenOfficial,
  kindOf: topics('channel', { ticker: 'ws.ticker', trade: 'ws.trades', status: 'ws.status' }, hasData),
  refusal(payload) {
    const { error } = payload as Fields
    return Array.isArray(error) && error.length > 0 ? { message: error.join(', ') } : null
  },
  sidesOf: sidesOfName,
  readers: {
    'rest.tickers': (p) => keyed(within(p, 'result'), tick),
    'ws.ticker': rows('data', (r) => streamTick(r, { quoteVolume: product(r.volume, r.vwap) })),
    'rest.trades': restTrades,
    'ws.trades': rows('data', (r) => streamTrade(r)),
    'rest.symbols': (p) => keyed(within(p, 'result'), pair),
  },
}))
