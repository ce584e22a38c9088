import { type CandleSource, spanFeed } from '../../candles/candle-feed.ts'
import { get, getForPair, tradesForPair } from '../../feeds/rest-call.ts'
import { kucoinSite } from '../../kucoin.ts'
import { ticketUrl } from '../../wire/kucoin-wire.ts'
import { listReader } from '../../wire/list-reader.ts'
import { mapCandle } from '../../wire/row-mapper.ts'
import { kucoinReply } from '../../wire/subscription-replies.ts'
import { createPerpetual } from '../create-perpetual.ts'
import { kucoinPerpetual } from '../venues/kucoin.ts'

// KuCoin futures, classic API: https://www.kucoin.com/docs-new/rest/futures-trading/introduction. One call lists the
// contracts with price, mark, index, funding and open interest; streams are of single contracts. Liquidations are not
// published.

const rest = 'https://api-futures.kucoin.com/api/v1'
const active = `${rest}/contracts/active`
const backfill = tradesForPair(`${rest}/trade/history?symbol={symbol}`, 5)
const connection = {
  heartbeat: { ping: { frame: { id: 'beat', type: 'ping' }, everyMs: 18_000 } },
  subscriptionReply: kucoinReply,
} as const

/** https://www.kucoin.com/docs-new/rest/futures-trading/market-data/get-klines: at most 500; the volume is in lots. */
const candles: CandleSource = {
  feed: spanFeed({
    words: [
      [1, '1'],
      [5, '5'],
      [15, '15'],
      [30, '30'],
      [60, '60'],
      [240, '240'],
    ],
    limit: 500,
    weight: 3,
    url: ({ symbol, word, from, until }) =>
      `${rest}/kline/query?symbol=${symbol}&granularity=${word}&from=${from}&to=${until - 1}`,
  }),
  reader: listReader('data', mapCandle({ at: 0, open: 1, high: 2, low: 3, close: 4, baseVolume: 5 })),
}

export const kucoinPerpetualMarket = createPerpetual(kucoinSite, () => ({
  market: kucoinPerpetual,
  // The public pool of an address is for spot and futures together; spot has the other part.
  budget: { weight: 2000, perMs: 30_000, part: 0.4, exceededCodes: ['429000'] },
  symbols: get('rest.symbols', active, 3),
  tickers: { ...get('rest.tickers', active, 3), everyMs: 5000 },
  candles,
  trades: {
    backfill,
    history: getForPair('rest.klines', `${rest}/kline/query?symbol={symbol}&granularity=1`, 3),
    stream: {
      url: 'wss://ws-api-futures.kucoin.com/',
      handshake: {
        ticket: {
          url: `${rest}/bullet-public`,
          weight: 10,
          hosts: ['ws-api-futures.kucoin.com', 'ws-api.kucoin.com'],
          streamUrl: ticketUrl,
        },
      },
      ...connection,
    },
    limits: { maxPairsPerFrame: 100 },
    frame: (type, symbols, id) => ({
      id,
      type,
      topic: `/contractMarket/execution:${symbols.join()}`,
      response: true,
    }),
    // As on spot: a ticket takes a POST, which may be refused.
    withoutTicket: {
      backfill,
      stream: { url: 'wss://x-push-futures.kucoin.com/', ...connection },
      limits: { maxPairsPerFrame: 1, minGapMs: 110 },
      frame: (action, [symbol], id) => ({
        id: String(id),
        action,
        channel: 'trade',
        tradeType: 'FUTURES',
        symbol,
      }),
    },
  },
}))
