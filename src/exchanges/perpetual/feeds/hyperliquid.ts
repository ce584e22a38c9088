import { type CandleSource, spanFeed } from '../../candles/candle-feed.ts'
import type { ReadKind, RestCall } from '../../feeds/rest-call.ts'
import { hyperliquidSite } from '../../sites/hyperliquid.ts'
import { listReader } from '../../wire/list-reader.ts'
import { mapCandle } from '../../wire/row-mapper.ts'
import { hyperliquidReply } from '../../wire/contract-replies.ts'
import { classesIn } from '../listings/hyperliquid.ts'
import { createPerpetual } from '../create-perpetual.ts'
import { hyperliquidPerpetual } from '../venues/hyperliquid.ts'

// Hyperliquid: https://hyperliquid.gitbook.io/hyperliquid-docs/for-developers/api/info-endpoint, …/websocket/subscriptions
// and …/rate-limits-and-user-limits. Others list contracts there too, each on an exchange of their own (HIP-3), most of them
// of shares and metals. One stream tells all of them; by REST each of their exchanges costs as much as Hyperliquid's own,
// so that what they list is not polled. Liquidations are not published.

const info = 'https://api.hyperliquid.xyz/info'

/**
 * A POST to the one address that there is. What it asks for is repeated behind the `#`, which stays with us: requests
 * are told apart by their URL.
 */
function ask(kind: ReadKind, body: { type: string; coin?: string }, weight: number): RestCall {
  return { kind, url: `${info}#${fragmentOf(body.type, body.coin)}`, method: 'POST', body, weight }
}
const fragmentOf = (type: string, coin?: string) =>
  coin === undefined ? type : `${type}&coin=${encodeURIComponent(coin)}`

/** Every call but a few weighs 20, candles one more for each 60 of them, trades one more for each 20. */
const weight = 20

const minuteMs = 60_000
/** As many candles as make a baseline. */
const historyMinutes = 1000
const maxCandles = 1000
/** It has the newest 5,000 of a length. */
const candleReach = 5000

const snapshot = (coin: string, interval: string, startTime: number, endTime: number) => ({
  type: 'candleSnapshot',
  // Both ends are included.
  req: { coin, interval, startTime, endTime },
})

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
    limit: maxCandles,
    reach: () => candleReach,
    weight: weight + Math.ceil(maxCandles / 60),
    url: ({ symbol }) => `${info}#candleSnapshot&coin=${symbol}`,
    body: ({ symbol, word, from, until }) => snapshot(decodeURIComponent(symbol), word, from, until - 1),
  }),
  // No turnover is told.
  reader: listReader(
    '',
    mapCandle({ at: 't', open: 'o', high: 'h', low: 'l', close: 'c', baseVolume: 'v', count: 'n' }),
  ),
}

const ping = { ping: { frame: { method: 'ping' }, everyMs: 30_000 } }
const stream = 'wss://api.hyperliquid.xyz/ws'

export const hyperliquidPerpetualMarket = createPerpetual(hyperliquidSite, () => ({
  market: hyperliquidPerpetual,
  budget: { weight: 1200, perMs: 60_000 },
  // Of all exchanges. Asked for by other programs; the documentation does not describe it.
  symbols: ask('rest.symbols', { type: 'allPerpMetas' }, weight),
  classes: { ...ask('rest.symbols', { type: 'perpCategories' }, weight), classesIn },
  tickers: { ...ask('rest.tickers', { type: 'metaAndAssetCtxs' }, weight), everyMs: 10_000 },
  // How often it speaks is not documented.
  stream: {
    url: stream,
    heartbeat: ping,
    handshake: { frames: [{ method: 'subscribe', subscription: { type: 'allDexsAssetCtxs' } }] },
  },
  candles,
  trades: {
    // The newest ten. The documentation counts its weight and does not describe it; the venue's own page asks for it.
    backfill: (coin) => ask('rest.trades', { type: 'recentTrades', coin }, weight + 1),
    history: (coin, now) => ({
      ...ask('rest.klines', { type: 'candleSnapshot', coin }, weight + Math.ceil(historyMinutes / 60)),
      body: snapshot(coin, '1m', now - historyMinutes * minuteMs, now),
    }),
    stream: { url: stream, heartbeat: ping, subscriptionReply: hyperliquidReply },
    // 2,000 messages a minute and 1,000 subscriptions of one address.
    limits: { maxPairs: 250, maxPairsPerFrame: 1, minGapMs: 125 },
    frame: (method, [coin]) => ({ method, subscription: { type: 'trades', coin } }),
  },
}))
