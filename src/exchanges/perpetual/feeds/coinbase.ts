import { type CandleSource, inSeconds, spanFeed } from '../../candles/candle-feed.ts'
import { coinbaseSite } from '../../coinbase.ts'
import { get, tradesForPair } from '../../feeds/rest-call.ts'
import { advancedTradeReply } from '../../wire/contract-replies.ts'
import { seconds } from '../../wire/decoders.ts'
import { asList, type JsonObject } from '../../wire/json.ts'
import { listReader } from '../../wire/list-reader.ts'
import { mapCandle } from '../../wire/row-mapper.ts'
import { createPerpetual } from '../create-perpetual.ts'
import { coinbasePerpetual } from '../venues/coinbase.ts'

// Coinbase International: one call tells all contracts (https://docs.cdp.coinbase.com/international-exchange), and its
// socket takes a key. Trades and candles of the same contracts come from Coinbase Advanced without one
// (https://docs.cdp.coinbase.com/coinbase-app/advanced-trade-apis), which calls BTC-PERP BTC-PERP-INTX. That it tells them
// to everybody in every country is unverified. Liquidations are not published. `limit_up` and `limit_down` are the limits
// of orders.

const instruments = 'https://api.international.coinbase.com/api/v1/instruments'
const advanced = 'https://api.coinbase.com/api/v3/brokerage/market/products'

const minuteMs = 60_000
/** Most candles of one answer. */
const maxCandles = 350

const candlesUrl = (symbol: string, word: string, from: number, until: number) =>
  `${advanced}/${symbol}-INTX/candles?granularity=${word}&start=${inSeconds(from)}&end=${inSeconds(until - 1)}`

const candles: CandleSource = {
  feed: spanFeed({
    words: [
      [1, 'ONE_MINUTE'],
      [5, 'FIVE_MINUTE'],
      [15, 'FIFTEEN_MINUTE'],
      [30, 'THIRTY_MINUTE'],
      [60, 'ONE_HOUR'],
      [360, 'SIX_HOUR'],
    ],
    limit: maxCandles - 1,
    url: ({ symbol, word, from, until }) => candlesUrl(symbol, word, from, until),
  }),
  // Newest first, without a turnover.
  reader: listReader(
    'candles',
    mapCandle({
      at: seconds('start'),
      ...{ open: 'open', high: 'high', low: 'low', close: 'close', baseVolume: 'volume' },
    }),
  ),
}

/** Whether a message of trades tells what was before the subscription. */
function isSnapshot(message: unknown): boolean {
  const events = asList((message as JsonObject | null)?.events ?? [])
  return events.some((event) => (event as JsonObject | null)?.type === 'snapshot')
}

export const coinbasePerpetualMarket = createPerpetual(coinbaseSite, () => ({
  market: coinbasePerpetual,
  // Advanced allows ten requests a second of one address, of which spot makes one each five seconds; International more.
  budget: { weight: 9, perMs: 1000 },
  symbols: get('rest.symbols', instruments),
  // Mark, index, funding and open interest as well. What follows the `#` stays with us: it tells the two calls apart.
  tickers: { ...get('rest.tickers', `${instruments}#quotes`), everyMs: 5000, rowTimes: 'last-trade' },
  candles,
  trades: {
    backfill: tradesForPair(`${advanced}/{symbol}-INTX/ticker?limit=1000`),
    history: (symbol, now) =>
      get(
        'rest.klines',
        candlesUrl(encodeURIComponent(symbol), 'ONE_MINUTE', now - (maxCandles - 1) * minuteMs, now),
      ),
    stream: {
      url: 'wss://advanced-trade-ws.coinbase.com',
      // Without heartbeats it closes where nothing is traded for a minute; without any frame within five seconds.
      handshake: { frames: [{ type: 'subscribe', channel: 'heartbeats' }] },
      subscriptionReply: advancedTradeReply,
    },
    // Eight messages a second of one address.
    limits: { minGapMs: 500 },
    streamSymbol: (symbol) => `${symbol}-INTX`,
    isSnapshot,
    frame: (type, product_ids) => ({ type, product_ids, channel: 'market_trades' }),
  },
}))
