import { aggTrade, binanceRefusal, restTick, restTrade } from './wire/binance-wire.ts'
import { get, getForPair, tradesForPair } from './feeds/rest-call.ts'
import { createExchange } from './create-exchange.ts'
import type { Site } from './exchange.ts'
import { each, type Fields, listed, rows } from './wire/fields.ts'
import { pageText, type RawRow } from './gate/raw-row.ts'
import { binanceOfficial } from './official/venues/binance.ts'
import { listings, renamed } from './wire/row-mapper.ts'
import { topics } from './wire/topics.ts'

// Binance spot. Sources: binance/binance-spot-api-docs (rest-api.md, web-socket-streams.md,
// faqs/market_data_only.md). The .vision hosts carry market data only and need no key.

const rest = 'https://data-api.binance.vision/api/v3'
const stream = 'wss://data-stream.binance.vision/stream'

/** A row of each entry of a combined stream (`{stream, data}`), of a raw one, or of a REST reply. */
const ofAll = (make: (entry: Fields) => RawRow) => (payload: unknown) =>
  each(listed((payload as Fields).data ?? payload), make)

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

const candle = renamed('candle', 'at:0 open:1 high:2 low:3 close:4 baseVolume:5 quoteVolume:7 count:8')
const listing = listings('symbol base:baseAsset quote:quoteAsset state:status', {
  TRADING: 'trading',
  HALT: 'halted',
  BREAK: 'halted',
  END_OF_DAY: 'halted',
  CANCEL_ONLY: 'cancel-only',
  PRE_TRADING: 'prelisting',
})

export const binanceSite: Site = {
  id: 'binance',
  name: 'Binance',
  // Market data; the status; announcements, and which coins can be moved.
  hosts: ['https://data-api.binance.vision/*', 'https://api.binance.com/*', 'https://www.binance.com/*'],
  pages: ['https://www.binance.com/*'],
  ownHosts: ['www.binance.com'],
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

export const binance = createExchange(binanceSite, () => ({
  budget: { weight: 6000, perMs: 60_000 },
  symbols: get('rest.symbols', `${rest}/exchangeInfo?permissions=SPOT`, 20),
  // FULL rather than MINI: the same weight, and the bid and ask are a reference for stray prints.
  tickers: { ...get('rest.tickers', `${rest}/ticker/24hr?type=FULL`, 80), everyMs: 10_000 },
  // !ticker@arr was retired in 2026. The 1-h window carries the trade count, which miniTicker lacks.
  stream: { url: `${stream}?streams=!ticker_1h@arr` },
  trades: {
    backfill: tradesForPair(`${rest}/aggTrades?symbol={symbol}&limit=1000`, 4),
    history: getForPair('rest.klines', `${rest}/klines?symbol={symbol}&interval=1m&limit=1000`, 2),
    stream: { url: stream },
    // At most five messages a second.
    limits: { minGapMs: 250 },
    words: ['SUBSCRIBE', 'UNSUBSCRIBE'],
    frame: (method, symbols, id) => ({
      method,
      params: symbols.map((symbol) => `${symbol.toLowerCase()}@aggTrade`),
      id,
    }),
  },
  official: binanceOfficial,
  kindOf: topics('stream', { '*@aggTrade': 'ws.trades', '*@trade': 'ws.trades', '*': 'ws.ticker' }),
  refusal: binanceRefusal,
  readers: {
    'rest.tickers': ofAll(restTick),
    'ws.ticker': ofAll(streamTick),
    'rest.trades': ofAll(restTrade),
    'ws.trades': ofAll(aggTrade),
    'rest.symbols': rows('symbols', listing),
    'rest.klines': ofAll((row) => candle(row)),
  },
}))
