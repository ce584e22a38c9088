import { type CandleSource, inSeconds, spanFeed } from '../../candles/candle-feed.ts'
import { get, tradesForPair } from '../../feeds/rest-call.ts'
import { krakenSite } from '../../kraken.ts'
import { krakenFuturesReply } from '../../wire/contract-replies.ts'
import { listReader } from '../../wire/list-reader.ts'
import { mapCandle } from '../../wire/row-mapper.ts'
import { createPerpetual } from '../create-perpetual.ts'
import { krakenPerpetual } from '../venues/kraken.ts'

// Kraken Futures: https://docs.kraken.com/exchange/api-reference/futures-websocket, …/guides/futures/ratelimits and, for
// candles, https://docs.kraken.com/openapi/futures-charts-rest.yaml. Its tickers come one contract at a time, each second,
// by its sockets, and all together by REST. Liquidations stand among the trades, of one contract at a time: they are not
// asked for.

const rest = 'https://futures.kraken.com/derivatives/api/v3'
const charts = 'https://futures.kraken.com/api/charts/v1/trade'

const minuteMs = 60_000
const historyMinutes = 1000

/** How many candles come at once is not documented; libraries ask for up to 5,000. */
const candles: CandleSource = {
  feed: spanFeed({
    words: [
      [1, '1m'],
      [5, '5m'],
      [15, '15m'],
      [30, '30m'],
      [60, '1h'],
      [240, '4h'],
    ],
    limit: 2000,
    url: ({ symbol, word, from, until }) =>
      `${charts}/${symbol}/${word}?from=${inSeconds(from)}&to=${inSeconds(until - 1)}`,
  }),
  // No turnover is told.
  reader: listReader(
    'candles',
    mapCandle({ at: 'time', open: 'open', high: 'high', low: 'low', close: 'close', baseVolume: 'volume' }),
  ),
}

const heartbeat = { event: 'subscribe', feed: 'heartbeat' }

export const krakenPerpetualMarket = createPerpetual(krakenSite, () => ({
  market: krakenPerpetual,
  // Public requests cost nothing of what is published: one a second is our choice.
  budget: { weight: 1, perMs: 1000, useInFull: true },
  symbols: get('rest.symbols', `${rest}/instruments`),
  // Mark, index, funding and open interest as well.
  tickers: { ...get('rest.tickers', `${rest}/tickers`), everyMs: 5000, rowTimes: 'last-trade' },
  // Whether it finds a price dislocated or its volatility extreme.
  polls: [{ ...get('rest.derivatives', `${rest}/instruments/status`), everyMs: 60_000 }],
  candles,
  trades: {
    // The newest hundred.
    backfill: tradesForPair(`${rest}/history?symbol={symbol}`),
    history: (symbol, now) =>
      get(
        'rest.klines',
        `${charts}/${encodeURIComponent(symbol)}/1m?from=${inSeconds(now - historyMinutes * minuteMs)}&to=${inSeconds(now)}`,
      ),
    stream: {
      url: 'wss://futures.kraken.com/ws/v1',
      // Within each minute it wants to hear from us, and browsers cannot send pings: asked again for what is subscribed
      // to, it answers with an alert. That this is enough is unverified.
      handshake: { frames: [heartbeat] },
      heartbeat: { ping: { frame: heartbeat, everyMs: 30_000 } },
      subscriptionReply: krakenFuturesReply,
    },
    // A refusal does not name what it refuses. A hundred requests a second.
    limits: { maxPairsPerFrame: 1, minGapMs: 100 },
    isSnapshot: (message) => (message as { readonly feed?: unknown } | null)?.feed === 'trade_snapshot',
    frame: (event, product_ids) => ({ event, feed: 'trade', product_ids }),
  },
}))
