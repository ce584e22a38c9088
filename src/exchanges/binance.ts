import type { ListingState } from '../market/pair.ts'
import { aggTrade, binanceRefusal, restTick, restTrade } from './binance-wire.ts'
import { binanceOfficial, binanceWords } from './binance-official.ts'
import { exchangeAt } from './exchange-at.ts'
import type { Site } from './exchange.ts'
import type { Fields } from './fields.ts'
import { pageText, type RawRow } from './gate.ts'

// Binance spot. Sources: binance/binance-spot-api-docs (rest-api.md, web-socket-streams.md,
// faqs/market_data_only.md). The .vision hosts carry market data only and need no key.

const rest = 'https://data-api.binance.vision/api/v3'
const stream = 'wss://data-stream.binance.vision/stream'

/** The data of a combined stream (`{stream, data}`), of a raw one, or of a REST reply, as a list. */
function entries(payload: unknown): readonly Fields[] {
  const data = (payload as Fields).data ?? payload
  return (Array.isArray(data) ? data : [data]) as readonly Fields[]
}

function* rows(payload: unknown, make: (entry: Fields) => RawRow): Iterable<RawRow> {
  for (const entry of entries(payload)) yield make(entry)
}

/** `1hTicker`, `24hrMiniTicker` and `24hrTicker` share their letters; only the last has bid and ask. */
const streamTick = (r: Fields): RawRow => ({
  type: 'tick',
  symbol: r.s,
  last: r.c,
  open: r.o,
  high: r.h,
  low: r.l,
  baseVolume: r.v,
  quoteVolume: r.q,
  count: r.n,
  bid: r.b,
  ask: r.a,
  at: r.E,
  since: r.O,
  lastTrade: r.L,
})

const states: Readonly<Record<string, ListingState>> = {
  TRADING: 'trading',
  HALT: 'halted',
  BREAK: 'halted',
  END_OF_DAY: 'halted',
  CANCEL_ONLY: 'cancel-only',
  PRE_TRADING: 'prelisting',
}

const listing = (r: Fields): RawRow => ({
  type: 'symbol',
  symbol: r.symbol,
  base: r.baseAsset,
  quote: r.quoteAsset,
  state: states[String(r.status)],
})

const candle = (row: unknown): RawRow => {
  const [at, open, high, low, close, baseVolume, , quoteVolume, count] = row as readonly unknown[]
  return { type: 'candle', at, open, high, low, close, baseVolume, quoteVolume, count }
}

export const binanceSite: Site = {
  id: 'binance',
  name: 'Binance',
  // Market data; the status; announcements, and which coins can be moved.
  hosts: ['https://data-api.binance.vision/*', 'https://api.binance.com/*', 'https://www.binance.com/*'],
  pages: ['https://www.binance.com/*'],
  pairOf(href) {
    const match =
      /^https:\/\/www\.binance\.com\/(?:[a-z]{2}(?:-[a-z]{2,4})?\/)?trade\/([^/_?#]+)_([^/_?#]+)/i.exec(href)
    if (!match) return null
    const [base, quote] = match.slice(1, 3).map(pageText)
    return base && quote ? { base, quote } : null
  },
  pageOf: (pair, locale) =>
    `https://www.binance.com/${locale}/trade/${encodeURIComponent(pair.base)}_${encodeURIComponent(pair.quote)}?type=spot`,
}

export const binance = exchangeAt(binanceSite, () => ({
  budget: { weight: 6000, perMs: 60_000 },
  symbols: { kind: 'rest.symbols', url: `${rest}/exchangeInfo?permissions=SPOT`, weight: 20 },
  // FULL rather than MINI: the same weight, and the bid and ask are a reference for stray prints.
  tickers: { kind: 'rest.tickers', url: `${rest}/ticker/24hr?type=FULL`, weight: 80, everyMs: 10_000 },
  // !ticker@arr was retired in 2026. The 1-h window carries the trade count, which miniTicker lacks.
  stream: { url: `${stream}?streams=!ticker_1h@arr`, hello: [] },
  trades: {
    backfill: (symbol) => ({
      kind: 'rest.trades',
      url: `${rest}/aggTrades?symbol=${encodeURIComponent(symbol)}&limit=1000`,
      weight: 4,
    }),
    history: (symbol) => ({
      kind: 'rest.klines',
      url: `${rest}/klines?symbol=${encodeURIComponent(symbol)}&interval=1m&limit=1000`,
      weight: 2,
    }),
    stream: { url: stream, hello: [] },
    // Five messages a second.
    paceMs: 250,
    subscribe: (symbols, id) => ({ method: 'SUBSCRIBE', params: symbols.map(tradeStream), id }),
    unsubscribe: (symbols, id) => ({ method: 'UNSUBSCRIBE', params: symbols.map(tradeStream), id }),
  },
  official: binanceOfficial,
  kindOf(message) {
    const name = (message as Fields | null)?.stream
    if (typeof name !== 'string') return null
    return name.endsWith('@aggTrade') || name.endsWith('@trade') ? 'ws.trades' : 'ws.ticker'
  },
  refusal: binanceRefusal,
  readers: {
    'rest.tickers': (payload) => rows(payload, restTick),
    'rest.ticker': (payload) => rows(payload, restTick),
    'ws.ticker': (payload) => rows(payload, streamTick),
    'rest.trades': (payload) => rows(payload, restTrade),
    'ws.trades': (payload) => rows(payload, aggTrade),
    'rest.symbols': (payload) => ((payload as Fields).symbols as Fields[]).map(listing),
    'rest.klines': (payload) => rows(payload, candle),
    ...binanceWords,
  },
}))

function tradeStream(symbol: string): string {
  return `${symbol.toLowerCase()}@aggTrade`
}
