import { listReader } from '../../wire/list-reader.ts'
import { mapCandle } from '../../wire/row-mapper.ts'
import { calendarFeed, type CandleSource } from '../candle-feed.ts'

const klines = 'https://api.coin.z.com/public/v1/klines'

/**
 * https://api.coin.z.com/docs/#klines: a day of minutes and hours a call, a year of longer ones; the day begins at 6:00
 * in Japan. From 15 April 2021 on; no turnover.
 */
export const gmocoinCandles: CandleSource = {
  feed: calendarFeed({
    words: [
      [1, '1min'],
      [5, '5min'],
      [15, '15min'],
      [30, '30min'],
      [60, '1hour'],
      [240, '4hour'],
    ],
    // 6:00 in Japan is 21:00 UTC of the day before.
    dayStartsMs: -3 * 3_600_000,
    url: ({ symbol, word }, date) => `${klines}?symbol=${symbol}&interval=${word}&date=${date}`,
  }),
  reader: listReader(
    'data',
    mapCandle({
      at: 'openTime',
      open: 'open',
      high: 'high',
      low: 'low',
      close: 'close',
      baseVolume: 'volume',
    }),
  ),
}
