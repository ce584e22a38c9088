import { bitgetSite } from '../../bitget.ts'
import { type CandleAsk, type CandleSource, spanFeed } from '../../candles/candle-feed.ts'
import { get, getForPair, tradesForPair } from '../../feeds/rest-call.ts'
import { type JsonObject } from '../../wire/json.ts'
import { listReader } from '../../wire/list-reader.ts'
import { mapCandle } from '../../wire/row-mapper.ts'
import { bitgetReply } from '../../wire/subscription-replies.ts'
import { createPerpetual } from '../create-perpetual.ts'
import { bitgetPerpetual } from '../venues/bitget.ts'

// Bitget futures settled in USDT: https://www.bitget.com/api-doc/contract/intro (v2), whose tickers have mark, index,
// funding and open interest; no stream has all of them. Trades, by REST too, and liquidations are of v3, so that their
// ids agree: https://www.bitget.com/api-doc/uta/intro. Contracts settled in USDC are another list, and not watched. That
// the limits of orders (`buyLimitPriceRatio`) go by the mark is unverified: the documentation does not say by what.

const api = 'https://api.bitget.com/api'
const market = `${api}/v2/mix/market`
const product = 'productType=USDT-FUTURES'
const instType = 'usdt-futures'
const stream = {
  url: 'wss://ws.bitget.com/v3/ws/public',
  heartbeat: { ping: { frame: 'ping', everyMs: 25_000 } },
} as const

const dayMs = 86_400_000
/** `candles` reaches back a month or more, by the length of a candle; `history-candles` has those before. */
const recentMs = 28 * dayMs

function candlesUrl({ symbol, word, from, until, now }: CandleAsk): string {
  const ask = `${product}&symbol=${symbol}&granularity=${word}`
  return from > now - recentMs
    ? `${market}/candles?${ask}&startTime=${from}&endTime=${until}&limit=200`
    : `${market}/history-candles?${ask}&endTime=${until}&limit=200`
}

/** https://www.bitget.com/api-doc/contract/market/Get-Candle-Data: volumes in the coin and in the quote. */
const candles: CandleSource = {
  feed: spanFeed({
    words: [
      [1, '1m'],
      [5, '5m'],
      [15, '15m'],
      [30, '30m'],
      [60, '1H'],
      [240, '4H'],
    ],
    limit: 200,
    url: candlesUrl,
  }),
  reader: listReader(
    'data',
    mapCandle({ at: 0, open: 1, high: 2, low: 3, close: 4, baseVolume: 5, quoteVolume: 6 }),
  ),
}

export const bitgetPerpetualMarket = createPerpetual(bitgetSite, () => ({
  market: bitgetPerpetual,
  // Of each path, as on spot, whose paths are others. All of an address: 6,000 a minute, of which both use a tenth.
  budget: { weight: 20, perMs: 1000, exceededCodes: ['429'] },
  symbols: get('rest.symbols', `${market}/contracts?${product}`),
  tickers: { ...get('rest.tickers', `${market}/tickers?${product}`), everyMs: 5000, rowTimes: 'last-trade' },
  // Hours between fundings, the time of the next, and their limits.
  polls: [{ ...get('rest.funding', `${market}/current-fund-rate?${product}`), everyMs: 120_000 }],
  // Of all contracts; how many of its liquidations the exchange publishes is unverified.
  streams: [
    { ...stream, handshake: { frames: [{ op: 'subscribe', args: [{ instType, topic: 'liquidation' }] }] } },
  ],
  candles,
  trades: {
    backfill: tradesForPair(`${api}/v3/market/fills?category=USDT-FUTURES&symbol={symbol}&limit=100`),
    history: getForPair(
      'rest.klines',
      `${market}/candles?${product}&symbol={symbol}&granularity=1m&limit=1000`,
    ),
    stream: { ...stream, subscriptionReply: bitgetReply },
    // A frame has 4,096 bytes at most.
    limits: { maxPairsPerFrame: 40 },
    isSnapshot: (message) => (message as JsonObject).action === 'snapshot',
    frame: (op, symbols) => ({
      op,
      args: symbols.map((symbol) => ({ instType, topic: 'publicTrade', symbol })),
    }),
  },
}))
