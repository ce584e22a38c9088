import { listReader } from '../../wire/list-reader.ts'
import { upbitCandle } from '../../wire/upbit-wire.ts'
import { type CandleSource, spanFeed } from '../candle-feed.ts'

const minutes = 'https://api.upbit.com/v1/candles/minutes'

/**
 * https://docs.upbit.com/kr/reference/분minute-캔들-1: at most 200 before `to` (exclusive, UTC), newest first; minutes
 * without a trade are missing. Its candles of four hours do not begin at whole multiples of UTC: they are left out.
 */
export const upbitCandles: CandleSource = {
  feed: spanFeed({
    words: [
      [1, '1'],
      [5, '5'],
      [15, '15'],
      [30, '30'],
      [60, '60'],
    ],
    limit: 200,
    url: ({ symbol, word, until }) =>
      `${minutes}/${word}?market=${symbol}&to=${new Date(until).toISOString().slice(0, 19)}Z&count=200`,
  }),
  reader: listReader('', upbitCandle),
}
