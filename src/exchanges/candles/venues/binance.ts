import { binanceCandle } from '../../wire/binance-wire.ts'
import { listReader } from '../../wire/list-reader.ts'
import { type CandleSource, spanFeed } from '../candle-feed.ts'

const klines = 'https://data-api.binance.vision/api/v3/klines'

/** binance/binance-spot-api-docs, rest-api.md, "Kline/Candlestick data": weight 2, at most 1000, both ends included. */
export const binanceCandles: CandleSource = {
  feed: spanFeed({
    words: [
      [1, '1m'],
      [5, '5m'],
      [15, '15m'],
      [30, '30m'],
      [60, '1h'],
      [240, '4h'],
    ],
    limit: 1000,
    weight: 2,
    url: ({ symbol, word, from, until }) =>
      `${klines}?symbol=${symbol}&interval=${word}&startTime=${from}&endTime=${until - 1}&limit=1000`,
  }),
  reader: listReader('', binanceCandle),
}
