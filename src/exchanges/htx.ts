import { htxCandles } from './candles/venues/htx.ts'
import { createExchange } from './create-exchange.ts'
import { get, tradesForPair } from './feeds/rest-call.ts'
import { htxOfficial } from './official/venues/htx.ts'
import { createSite } from './sites/create-site.ts'
import { upper } from './wire/decoders.ts'
import { htxHeartbeat } from './wire/htx-wire.ts'
import { asList, type JsonObject } from './wire/json.ts'
import { kindByTopic } from './wire/kind-by-topic.ts'
import { listReader, mapList, rejectPayload } from './wire/list-reader.ts'
import { refusalByCode } from './wire/refusal.ts'
import { mapListing, mapTick, mapTrade } from './wire/row-mapper.ts'
import { firstOf, lookup } from './wire/wire-field.ts'
import { htxReply } from './wire/subscription-replies.ts'
import { wordOf } from './wire/word-of.ts'

// HTX (formerly Huobi) spot: https://www.htx.com/en-us/opend/newApiPages/. Figures are JSON numbers.

const rest = 'https://api.huobi.pro'

/** The best price of a book side: one path gives the price alone, another a pair of price and size. */
/*#__NO_SIDE_EFFECTS__*/
const best =
  (side: 'bid' | 'ask') =>
  ({ [side]: value }: JsonObject) =>
    asList(value)[0]

const tick = mapTick({
  last: 'close',
  open: 'open',
  high: 'high',
  low: 'low',
  // The volume in base, and the turnover in quote.
  baseVolume: 'amount',
  quoteVolume: 'vol',
  count: 'count',
  bid: best('bid'),
  ask: best('ask'),
})
const trade = mapTrade({
  // `id` is beyond 2^53 and has lost digits.
  id: firstOf('tradeId', 'trade-id'),
  price: 'price',
  amount: 'amount',
  side: 'direction',
  at: 'ts',
})
const listing = mapListing({
  symbol: 'symbol',
  // The short names are those of the settings paths.
  base: upper(firstOf('base-currency', 'bc')),
  quote: upper(firstOf('quote-currency', 'qc')),
  state: lookup('state', {
    online: 'trading',
    offline: 'delisted',
    suspend: 'halted',
    fuse: 'halted',
    'transfer-board': 'halted',
    'pre-online': 'prelisting',
    'not-online': 'prelisting',
  }),
})

/** The symbol in a channel such as `market.btcusdt.detail`. */
const symbolOf = (channel: unknown) => /^market\.([^.]+)\.\w/.exec(wordOf(channel))?.[1]

/** Rejects what is of contracts (`market.BTC-USDT.detail`): their streams have the same shapes. */
function rejectContracts(channel: unknown): void {
  if (/[-*]/.test(symbolOf(channel) ?? '')) rejectPayload()
}

/** All pairs are under `data`; a single pair's figures are under `tick`, its symbol in the channel. */
function readTicks(payload: unknown) {
  const { data, tick: single, ch, ts } = payload as JsonObject
  rejectContracts(ch)
  return mapList(data ?? asList(single), (entry) =>
    tick(entry, { symbol: entry.symbol ?? symbolOf(ch), at: ts }),
  )
}

/** Each batch of matches holds its trades. */
function readTrades(payload: unknown) {
  const { data, tick: single, ch } = payload as JsonObject
  rejectContracts(ch)
  const batches = (data ?? asList(single)) as readonly JsonObject[]
  return mapList(
    batches.flatMap((batch) => batch.data),
    (entry) => trade(entry, { symbol: symbolOf(ch) }),
  )
}

const codeRefusal = refusalByCode(200, 'code', 'message')

const stream = {
  url: 'wss://api.huobi.pro/ws',
  framing: 'gzip',
  heartbeat: htxHeartbeat,
  subscriptionReply: htxReply,
} as const

export const htxSite = createSite({
  id: 'htx',
  name: 'HTX',
  hosts: ['https://api.huobi.pro/*'],
  page: 'https://www.htx.com/{locale}trade/{base}_{quote}',
  perpetuals: ['futures/[linear_]swap/exchange{fields}contract_code={base}-{quote}'],
  perpetual: {
    hosts: ['https://api.hbdm.com/*'],
    path: (_, { symbol, base, quote }) =>
      `futures/linear_swap/exchange#contract_code=${symbol ?? `${base}-${quote}`}`,
  },
  en: 'en-us/',
  ja: 'ja-jp/',
  lower: true,
  ownHosts: ['www.htx.com', 'status.huobigroup.com'],
})

export const htx = createExchange(htxSite, () => ({
  budget: { weight: 10, perMs: 1000, exceededCodes: ['too-many-request', 429] },
  symbols: get('rest.symbols', `${rest}/v1/common/symbols`),
  tickers: { ...get('rest.tickers', `${rest}/market/tickers`), everyMs: 5000 },
  // Not documented, but the exchange's own clients use it.
  stream: { ...stream, handshake: { frames: [{ sub: 'market.tickers', id: '1' }] } },
  trades: {
    backfill: tradesForPair(`${rest}/market/history/trade?size=2000&symbol={symbol}`),
    stream,
    limits: { maxPairsPerFrame: 1 },
    commands: ['sub', 'unsub'],
    frame: (command, [symbol], id) => ({ [command]: `market.${symbol}.trade.detail`, id: String(id) }),
  },
  candles: htxCandles,
  official: htxOfficial,
  kindOf: kindByTopic('ch', {
    'market.tickers': 'ws.ticker',
    'market.*.detail': 'ws.ticker',
    'market.*.trade.detail': 'ws.trades',
  }),
  refusal(payload) {
    const { status, 'err-code': code, 'err-msg': message } = payload as JsonObject
    return status === 'error' ? { message, code } : codeRefusal(payload)
  },
  readers: {
    'rest.tickers': readTicks,
    'ws.ticker': readTicks,
    'rest.trades': readTrades,
    'ws.trades': readTrades,
    'rest.symbols': listReader('data', listing),
  },
}))
