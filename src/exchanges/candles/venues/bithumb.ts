import { listReader } from '../../wire/list-reader.ts'
import { upbitCandle } from '../../wire/upbit-wire.ts'
import { type CandleSource, spanFeed } from '../candle-feed.ts'

const minutes = 'https://api.bithumb.com/v1/candles/minutes'
/** Korean time is nine hours ahead of UTC, without daylight saving time. */
const kstMs = 9 * 3_600_000

/**
 * https://apidocs.bithumb.com/reference/시세-캔들-조회-1: Upbit's shape, but `to` is Korean time. Its candles of four
 * hours begin at 3:00 UTC: they are left out.
 */
export const bithumbCandles: CandleSource = {
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
      `${minutes}/${word}?market=${symbol}&to=${new Date(until + kstMs).toISOString().slice(0, 19)}&count=200`,
  }),
  reader: listReader('', upbitCandle),
}
