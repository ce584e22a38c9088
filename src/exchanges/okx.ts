import { okxCandles } from './candles/venues/okx.ts'
import { createExchange } from './create-exchange.ts'
import { get, tradesForPair } from './feeds/rest-call.ts'
import { okxOfficial } from './official/venues/okx.ts'
import { createSite } from './sites/create-site.ts'
import { closingMessage } from './wire/closing-message.ts'
import type { JsonObject } from './wire/json.ts'
import { hasDataList, kindByTopic } from './wire/kind-by-topic.ts'
import { listReader } from './wire/list-reader.ts'
import { refusalByCode } from './wire/refusal.ts'
import { mapListing, mapTick, mapTrade } from './wire/row-mapper.ts'
import { baseFirst, isDerivative } from './wire/sides.ts'
import { lookup, path } from './wire/wire-field.ts'
import { okxReply } from './wire/subscription-replies.ts'

// OKX spot, API v5: https://www.okx.com/docs-v5/en/. Spreads between contracts have a `sprdId`.

const rest = 'https://www.okx.com/api/v5'

const tick = mapTick({
  symbol: 'instId',
  last: 'last',
  open: 'open24h',
  high: 'high24h',
  low: 'low24h',
  baseVolume: 'vol24h',
  quoteVolume: 'volCcy24h',
  bid: 'bidPx',
  ask: 'askPx',
  at: 'ts',
})
const trade = mapTrade({
  symbol: 'instId',
  id: 'tradeId',
  price: 'px',
  amount: 'sz',
  side: 'side',
  at: 'ts',
  // How many fills the exchange merged into the row.
  fills: 'count',
})
const listing = mapListing({
  symbol: 'instId',
  base: 'baseCcy',
  quote: 'quoteCcy',
  state: lookup('state', { live: 'trading', suspend: 'halted', preopen: 'prelisting' }),
})

const ifSpot =
  <T>(make: (entry: JsonObject) => T) =>
  (entry: JsonObject) =>
    (entry.instType ?? 'SPOT') === 'SPOT' && entry.sprdId === undefined ? make(entry) : null
/** Trades do not name the type of instrument, but only spot ids have two parts. */
const spotTrade = (entry: JsonObject) => (isDerivative(entry.instId, '-') ? null : trade(entry))
const allTickers = get('rest.tickers', `${rest}/market/tickers?instType=SPOT`)

export const okxSite = createSite({
  id: 'okx',
  name: 'OKX',
  hosts: ['https://www.okx.com/*'],
  page: 'https://www.okx.com/{locale}trade-spot/{base}-{quote}',
  aliases: ['trade-margin/{base}-{quote}'],
  perpetuals: ['trade-swap/{base}-{quote}[_um]-swap'],
  perpetual: {
    hosts: ['https://www.okx.com/*'],
    path: (_, { symbol, base, quote }) =>
      `trade-swap/${encodeURIComponent((symbol ?? `${base}-${quote}-SWAP`).toLowerCase())}`,
  },
  ja: 'ja/',
  lower: true,
})

export const okx = createExchange(okxSite, () => ({
  // Of 20 requests in 2 s to an address, of which each has its own; the perpetual market, on the same host, has the rest.
  budget: { weight: 12, perMs: 2000, exceededCodes: ['50011'] },
  symbols: get('rest.symbols', `${rest}/public/instruments?instType=SPOT`),
  tickers: { ...allTickers, everyMs: 5000, rowTimes: 'last-trade' },
  trades: {
    backfill: tradesForPair(`${rest}/market/trades?limit=500&instId={symbol}`),
    stream: {
      url: 'wss://ws.okx.com:8443/ws/v5/public',
      heartbeat: { ping: { frame: 'ping', everyMs: 20_000 } },
      // `notice` comes 30 to 60 s before a service upgrade closes the connection.
      isClosing: closingMessage(['event', 'notice'], ['code', '64008']),
      subscriptionReply: okxReply,
    },
    frame: (op, symbols) => ({ op, args: symbols.map((instId) => ({ channel: 'trades', instId })) }),
  },
  candles: okxCandles,
  official: okxOfficial,
  kindOf: kindByTopic(
    path('arg', 'channel'),
    { tickers: 'ws.ticker', trades: 'ws.trades', status: 'ws.status' },
    hasDataList,
  ),
  refusal: refusalByCode('0'),
  sidesOf: (symbol) => baseFirst(symbol, '-'),
  readers: {
    'rest.tickers': listReader('data', ifSpot(tick)),
    'ws.ticker': listReader('data', ifSpot(tick)),
    'rest.trades': listReader('data', spotTrade),
    'ws.trades': listReader('data', spotTrade),
    'rest.symbols': listReader('data', ifSpot(listing)),
  },
}))
