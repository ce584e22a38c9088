import { type CandleSource, spanFeed } from '../../candles/candle-feed.ts'
import { get, getForPair, tradesForPair } from '../../feeds/rest-call.ts'
import { htxSite } from '../../htx.ts'
import { seconds } from '../../wire/decoders.ts'
import { htxHeartbeat } from '../../wire/htx-wire.ts'
import type { JsonObject } from '../../wire/json.ts'
import { listReader } from '../../wire/list-reader.ts'
import { mapCandle } from '../../wire/row-mapper.ts'
import { htxReply } from '../../wire/subscription-replies.ts'
import { createPerpetual } from '../create-perpetual.ts'
import { htxPerpetual } from '../venues/htx.ts'

// HTX futures settled in USDT: https://www.htx.com/en-us/opend/newApiPages/. No stream has all tickers; those of single
// contracts take a frame each. Mark prices are published as candles of single contracts alone.

const api = 'https://api.hbdm.com'
const terms = `${api}/linear-swap-api/v1`
const market = `${api}/linear-swap-ex/market`
const markKline = `${api}/index/market/history/linear_swap_mark_price_kline`
const maxSize = 2000

/** The newest `size`, 2,000 at most; `vol` is contracts, `trade_turnover` in the quote. */
const candles: CandleSource = {
  feed: spanFeed({
    words: [
      [1, '1min'],
      [5, '5min'],
      [15, '15min'],
      [30, '30min'],
      [60, '60min'],
      [240, '4hour'],
    ],
    limit: maxSize,
    reach: () => maxSize,
    url({ symbol, word, from, intervalMs, now }) {
      const size = Math.max(1, Math.ceil((now - from) / intervalMs) + 1)
      return `${market}/history/kline?contract_code=${symbol}&period=${word}&size=${Math.min(size, maxSize)}`
    },
  }),
  reader: listReader(
    'data',
    mapCandle({
      at: seconds('id'),
      open: 'open',
      high: 'high',
      low: 'low',
      close: 'close',
      baseVolume: 'vol',
      quoteVolume: 'trade_turnover',
      count: 'count',
    }),
  ),
}

/** Liquidations of all contracts, without a key. What it pings with is a text here, and comes back as it is. */
const liquidations = {
  url: 'wss://api.hbdm.com/linear-swap-notification',
  framing: 'gzip',
  handshake: { frames: [{ op: 'sub', cid: '1', topic: 'public.*.liquidation_orders' }] },
  heartbeat: {
    serverEveryMs: 5000,
    answer(message: unknown) {
      const { op, ts } = (message ?? {}) as JsonObject
      return op === 'ping' ? { op: 'pong', ts } : null
    },
  },
} as const

export const htxPerpetualMarket = createPerpetual(htxSite, () => ({
  market: htxPerpetual,
  // The smaller one: 240 in three seconds of an address for lists and indices, 800 a second for prices and trades.
  budget: { weight: 240, perMs: 3000, exceededCodes: ['too-many-request', 429, 1032] },
  symbols: get('rest.symbols', `${terms}/swap_contract_info?business_type=swap`),
  tickers: {
    ...get('rest.tickers', `${api}/v2/linear-swap-ex/market/detail/batch_merged?business_type=swap`),
    everyMs: 5000,
  },
  polls: [
    { ...get('rest.index', `${terms}/swap_index`), everyMs: 15_000 },
    // The limits of all contracts' orders, where it names none: unverified.
    { ...get('rest.derivatives', `${terms}/swap_price_limit?business_type=swap`), everyMs: 5000 },
    { ...get('rest.funding', `${terms}/swap_batch_funding_rate`), everyMs: 60_000 },
    { ...get('rest.open-interest', `${terms}/swap_open_interest?business_type=swap`), everyMs: 60_000 },
    {
      ...get('rest.mark', `${markKline}?period=1min&size=1`),
      everyMs: 120_000,
      // The running candle of a minute.
      isPresent: true,
      forPair: getForPair('rest.mark', `${markKline}?contract_code={symbol}&period=1min&size=1`),
    },
  ],
  streams: [liquidations],
  candles,
  trades: {
    backfill: tradesForPair(`${market}/history/trade?contract_code={symbol}&size=2000`),
    history: getForPair(
      'rest.klines',
      `${market}/history/kline?contract_code={symbol}&period=1min&size=1000`,
    ),
    stream: {
      url: 'wss://api.hbdm.com/linear-swap-ws',
      framing: 'gzip',
      heartbeat: htxHeartbeat,
      subscriptionReply: htxReply,
    },
    // Forty frames a second.
    limits: { maxPairsPerFrame: 1, minGapMs: 50 },
    commands: ['sub', 'unsub'],
    frame: (command, [symbol], id) => ({ [command]: `market.${symbol}.trade.detail`, id: String(id) }),
  },
}))
