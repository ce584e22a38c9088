import { type CandleSource, inSeconds, spanFeed } from '../../candles/candle-feed.ts'
import { get, getForPair, tradesForPair } from '../../feeds/rest-call.ts'
import { mexcSite } from '../../mexc.ts'
import { seconds } from '../../wire/decoders.ts'
import { type JsonObject, valueAt } from '../../wire/json.ts'
import { mapList } from '../../wire/list-reader.ts'
import { mapCandle } from '../../wire/row-mapper.ts'
import { createPerpetual } from '../create-perpetual.ts'
import { mexcPerpetual } from '../venues/mexc.ts'
import { mexcContractReply } from './mexc-reply.ts'

// MEXC futures: https://www.mexc.com/api-docs/futures/market-endpoints and /websocket-api. Liquidations are not
// published. Tickers tell the limits of orders (`maxBidPrice`, `minAskPrice`).

const rest = 'https://api.mexc.com/api/v1/contract'
const stream = {
  url: 'wss://contract.mexc.com/edge',
  // Whoever has not said anything for a minute is disconnected.
  heartbeat: { ping: { frame: { method: 'ping' }, everyMs: 15_000 } },
  subscriptionReply: mexcContractReply,
}
/** Messages are compressed unless the frame says otherwise. */
const frame = (method: string, param: object) => ({ method, param, gzip: false })

const candle = mapCandle({
  at: seconds('time'),
  open: 'open',
  high: 'high',
  low: 'low',
  close: 'close',
  baseVolume: 'vol',
  quoteVolume: 'amount',
})

/** "K-line data": 2,000 at most, both ends included, a column for each value. */
const candles: CandleSource = {
  feed: spanFeed({
    words: [
      [1, 'Min1'],
      [5, 'Min5'],
      [15, 'Min15'],
      [30, 'Min30'],
      [60, 'Min60'],
      [240, 'Hour4'],
    ],
    limit: 2000,
    url: ({ symbol, word, from, until }) =>
      `${rest}/kline/${symbol}?interval=${word}&start=${inSeconds(from)}&end=${inSeconds(until - 1)}`,
  }),
  reader(payload) {
    const columns = Object.entries(valueAt(payload, 'data') as Readonly<Record<string, unknown[]>>)
    const times = valueAt(payload, 'data', 'time') as readonly unknown[]
    const rows = times.map((_, i): JsonObject =>
      Object.fromEntries(columns.map(([key, list]) => [key, list[i]])),
    )
    return mapList(rows, candle)
  },
}

export const mexcPerpetualMarket = createPerpetual(mexcSite, () => ({
  market: mexcPerpetual,
  // 20 in 2 s for each path, and one in 5 s for the list, apart from what spot asks of the same host. Those who sent as
  // many as is published were refused every second request; a quarter passes.
  budget: { weight: 20, perMs: 2000, exceededCodes: [510] },
  symbols: get('rest.symbols', `${rest}/detail`),
  tickers: { ...get('rest.tickers', `${rest}/ticker`), everyMs: 10_000, rowTimes: 'last-trade' },
  // Once a second last, mark and index of the contracts where something changed.
  stream: { ...stream, handshake: { frames: [frame('sub.tickers', {})] } },
  polls: [
    // Funding and open interest are in no stream but that of each contract.
    { ...get('rest.derivatives', `${rest}/ticker`), everyMs: 60_000 },
    // Hours between fundings and their limits; without a symbol of all contracts.
    { ...get('rest.funding', `${rest}/funding_rate`), everyMs: 600_000 },
  ],
  candles,
  trades: {
    backfill: tradesForPair(`${rest}/deals/{symbol}?limit=100`),
    history: getForPair('rest.klines', `${rest}/kline/{symbol}?interval=Min1`),
    stream,
    // A hundred a second are allowed.
    limits: { maxPairsPerFrame: 1, minGapMs: 50 },
    commands: ['sub.deal', 'unsub.deal'],
    frame: (method, [symbol]) => frame(method, { symbol }),
  },
}))
