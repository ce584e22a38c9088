import { listReader } from '../../wire/list-reader.ts'
import { mapCandle } from '../../wire/row-mapper.ts'
import { type CandleSource, spanFeed } from '../candle-feed.ts'

const candlestick = 'https://api.crypto.com/exchange/v1/public/get-candlestick'

/**
 * https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html#public-get-candlestick: 25 unless `count` says
 * otherwise, 300 at most. It names the volume in the base alone.
 */
export const cryptocomCandles: CandleSource = {
  feed: spanFeed({
    words: [
      [1, '1m'],
      [5, '5m'],
      [15, '15m'],
      [30, '30m'],
      [60, '1h'],
      [240, '4h'],
    ],
    limit: 299,
    url: ({ symbol, word, from, until }) =>
      `${candlestick}?instrument_name=${symbol}&timeframe=${word}&start_ts=${from}&end_ts=${until}&count=300`,
  }),
  reader: listReader(
    'result.data',
    mapCandle({ at: 't', open: 'o', high: 'h', low: 'l', close: 'c', baseVolume: 'v' }),
  ),
}
