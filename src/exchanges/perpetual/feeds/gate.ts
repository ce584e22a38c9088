import { type CandleSource, inSeconds, spanFeed } from '../../candles/candle-feed.ts'
import { get, getForPair, tradesForPair } from '../../feeds/rest-call.ts'
import { gateSite } from '../../gate.ts'
import { seconds } from '../../wire/decoders.ts'
import { listReader } from '../../wire/list-reader.ts'
import { mapCandle } from '../../wire/row-mapper.ts'
import { gateReply } from '../../wire/subscription-replies.ts'
import { createPerpetual } from '../create-perpetual.ts'
import { gatePerpetual } from '../venues/gate.ts'

// Gate perpetual futures settled in USDT, API v4: https://www.gate.com/docs/developers/apiv4/#futures. One poll of all
// tickers tells everything but liquidations; how far from the mark an order may be stands in the list. Those settled in
// BTC are inverse; USD1, since August 2026, is a market of its own behind another path.

const rest = 'https://api.gateio.ws/api/v4/futures/usdt'

/**
 * https://www.gate.com/docs/developers/apiv4/#futures-market-k-line-chart: both ends included, 2000 at most, no `limit`
 * beside them; `v` is contracts. That it goes 10,000 candles back, as that of spot, is unverified.
 */
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
    limit: 1990,
    reach: () => 10_000,
    url: ({ symbol, word, from, until }) =>
      `${rest}/candlesticks?contract=${symbol}&interval=${word}&from=${inSeconds(from)}&to=${inSeconds(until - 1)}`,
  }),
  reader: listReader(
    '',
    mapCandle({
      ...{ at: seconds('t'), open: 'o', high: 'h', low: 'l', close: 'c' },
      ...{ baseVolume: 'v', quoteVolume: 'sum' },
    }),
  ),
}

/** https://www.gate.com/docs/developers/futures/ws/en/. A frame whose `time` is more than a minute off is refused. */
const stream = {
  url: 'wss://fx-ws.gateio.ws/v4/ws/usdt',
  heartbeat: {
    ping: { frame: (at: number) => ({ time: inSeconds(at), channel: 'futures.ping' }), everyMs: 20_000 },
  },
  subscriptionReply: gateReply,
}

export const gatePerpetualMarket = createPerpetual(gateSite, () => ({
  market: gatePerpetual,
  // Of the 200 requests in 10 s that an address may send; spot, on the same host, has the other half.
  budget: { weight: 100, perMs: 10_000, exceededCodes: ['TOO_MANY_REQUESTS'] },
  symbols: get('rest.symbols', `${rest}/contracts`),
  tickers: { ...get('rest.tickers', `${rest}/tickers`), everyMs: 5000 },
  streams: [
    {
      ...stream,
      handshake: {
        // Of all contracts; since August 2026 all that happened within a second, before it one order a contract.
        frames: [
          (at: number) => ({
            time: inSeconds(at),
            channel: 'futures.public_liquidates',
            event: 'subscribe',
            payload: ['!all'],
          }),
        ],
      },
    },
  ],
  candles,
  trades: {
    backfill: tradesForPair(`${rest}/trades?limit=1000&contract={symbol}`),
    history: getForPair('rest.klines', `${rest}/candlesticks?interval=1m&limit=1000&contract={symbol}`),
    stream,
    frame: (event, payload, id, at) => ({
      time: inSeconds(at),
      id,
      channel: 'futures.trades',
      event,
      payload,
    }),
  },
}))
