import { binanceCandles } from './candles/venues/binance.ts'
import { createExchange } from './create-exchange.ts'
import { get, getForPair, tradesForPair } from './feeds/rest-call.ts'
import { binanceOfficial } from './official/venues/binance.ts'
import { createSite } from './sites/create-site.ts'
import type { RawRow } from './validate/raw-row.ts'
import { aggTrade, binanceRefusal, restTick, restTrade, streamTick } from './wire/binance-wire.ts'
import { closingMessage } from './wire/closing-message.ts'
import { asList, type JsonObject } from './wire/json.ts'
import { kindByTopic } from './wire/kind-by-topic.ts'
import { listReader, mapList } from './wire/list-reader.ts'
import { mapListing } from './wire/row-mapper.ts'
import { firstOf, lookup, path } from './wire/wire-field.ts'
import { binanceReply } from './wire/subscription-replies.ts'

// Binance spot. Sources: binance/binance-spot-api-docs (rest-api.md, web-socket-streams.md,
// faqs/market_data_only.md). The .vision hosts carry market data only and need no key.

const rest = 'https://data-api.binance.vision/api/v3'
const stream = 'wss://data-stream.binance.vision/stream'

/** `serverShutdown` precedes a planned disconnect: in a combined stream under `data`, in a raw one by itself. */
const isClosing = closingMessage([firstOf(path('data', 'e'), 'e'), 'serverShutdown'])

/** Reads the entries of a combined stream (`{stream, data}`), of a raw stream, or of a REST reply. */
const dataReader = (make: (entry: JsonObject) => RawRow | null) => (payload: unknown) =>
  mapList(asList((payload as JsonObject).data ?? payload), make)

const listing = mapListing({
  symbol: 'symbol',
  base: 'baseAsset',
  quote: 'quoteAsset',
  state: lookup('status', {
    TRADING: 'trading',
    HALT: 'halted',
    BREAK: 'halted',
    END_OF_DAY: 'halted',
    CANCEL_ONLY: 'cancel-only',
    PRE_TRADING: 'prelisting',
  }),
})

/** Quote currencies of addresses that join the names, as older ones do. */
const joinedQuotes =
  'USDT|USDC|FDUSD|TUSD|BUSD|USD1|EURI|EUR|TRY|BRL|JPY|ARS|COP|CZK|IDR|MXN|PLN|RON|UAH|ZAR|DAI|BTC|ETH|BNB|SOL|DOGE|TRX|XRP'

export const binanceSite = createSite({
  id: 'binance',
  name: 'Binance',
  // Market data; the status; announcements, and which coins can be deposited and withdrawn.
  hosts: ['https://data-api.binance.vision/*', 'https://api.binance.com/*', 'https://www.binance.com/*'],
  page: 'https://www.binance.com/{locale}trade/{base}_{quote}?type=spot',
  aliases: ['trade[-margin][/pro]/{base}_{quote}', `trade[-margin][/pro]/{base}(<quote>${joinedQuotes})`],
  perpetuals: ['futures/{base}{dollar}[_perp[etual]]', 'delivery/{base}{dollar}_perp[etual]'],
  perpetual: {
    hosts: ['https://fapi.binance.com/*'],
    path: (symbol) => `futures/${symbol}`,
  },
  en: 'en/',
  ja: 'ja/',
})

export const binance = createExchange(binanceSite, () => ({
  budget: { weight: 6000, perMs: 60_000, exceededCodes: [-1003] },
  symbols: get('rest.symbols', `${rest}/exchangeInfo?permissions=SPOT`, 20),
  // FULL rather than MINI: the same weight, and bid and ask are a reference for stray prints.
  tickers: {
    ...get('rest.tickers', `${rest}/ticker/24hr?type=FULL`, 80),
    everyMs: 10_000,
    rowTimes: 'last-trade',
  },
  // !ticker@arr was retired in 2026. The 1-h window has the trade count, which miniTicker lacks.
  stream: { url: `${stream}?streams=!ticker_1h@arr`, isClosing },
  trades: {
    backfill: tradesForPair(`${rest}/aggTrades?symbol={symbol}&limit=1000`, 4),
    history: getForPair('rest.klines', `${rest}/klines?symbol={symbol}&interval=1m&limit=1000`, 2),
    stream: { url: stream, isClosing, subscriptionReply: binanceReply },
    // At most five messages a second.
    limits: { minGapMs: 250 },
    commands: ['SUBSCRIBE', 'UNSUBSCRIBE'],
    frame: (method, symbols, id) => ({
      method,
      params: symbols.map((symbol) => `${symbol.toLowerCase()}@aggTrade`),
      id,
    }),
  },
  candles: binanceCandles,
  official: binanceOfficial,
  kindOf: kindByTopic(
    'stream',
    { '*@aggTrade': 'ws.trades', '*@trade': 'ws.trades', '*': 'ws.ticker' },
    (message) => !isClosing(message),
  ),
  refusal: binanceRefusal,
  readers: {
    'rest.tickers': dataReader((entry) => ('pair' in entry ? null : restTick(entry))),
    'ws.ticker': dataReader(streamTick),
    'rest.trades': dataReader(restTrade),
    'ws.trades': dataReader(aggTrade),
    'rest.symbols': listReader('symbols', (entry) => ('contractType' in entry ? null : listing(entry))),
  },
}))
