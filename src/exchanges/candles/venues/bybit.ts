import { listReader } from '../../wire/list-reader.ts'
import { mapCandle } from '../../wire/row-mapper.ts'
import { type CandleSource, spanFeed } from '../candle-feed.ts'

/**
 * The candles of a category, `spot` or `linear`. https://bybit-exchange.github.io/docs/v5/market/kline: at most 1000,
 * newest first, both ends included.
 */
/*#__NO_SIDE_EFFECTS__*/
export const bybitCandles = (category: 'spot' | 'linear'): CandleSource => ({
  feed: spanFeed({
    words: [
      [1, '1'],
      [5, '5'],
      [15, '15'],
      [30, '30'],
      [60, '60'],
      [240, '240'],
    ],
    limit: 1000,
    url: ({ symbol, word, from, until }) =>
      `https://api.bybit.com/v5/market/kline?category=${category}&symbol=${symbol}&interval=${word}` +
      `&start=${from}&end=${until - 1}&limit=1000`,
  }),
  reader: listReader(
    'result.list',
    mapCandle({ at: 0, open: 1, high: 2, low: 3, close: 4, baseVolume: 5, quoteVolume: 6 }),
  ),
})
