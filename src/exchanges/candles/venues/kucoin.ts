import { seconds } from '../../wire/decoders.ts'
import { listReader } from '../../wire/list-reader.ts'
import { mapCandle } from '../../wire/row-mapper.ts'
import { type CandleSource, inSeconds, spanFeed } from '../candle-feed.ts'

const candles = 'https://api.kucoin.com/api/v1/market/candles'

/** https://www.kucoin.com/docs-new/rest/spot-trading/market-data/get-klines: weight 3, at most 1500, newest first. */
export const kucoinCandles: CandleSource = {
  feed: spanFeed({
    words: [
      [1, '1min'],
      [5, '5min'],
      [15, '15min'],
      [30, '30min'],
      [60, '1hour'],
      [240, '4hour'],
    ],
    limit: 1500,
    weight: 3,
    url: ({ symbol, word, from, until }) =>
      `${candles}?type=${word}&symbol=${symbol}&startAt=${inSeconds(from)}&endAt=${inSeconds(until)}`,
  }),
  reader: listReader(
    'data',
    mapCandle({ at: seconds(0), open: 1, close: 2, high: 3, low: 4, baseVolume: 5, quoteVolume: 6 }),
  ),
}
