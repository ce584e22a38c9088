import { listReader } from '../../wire/list-reader.ts'
import { mapCandle } from '../../wire/row-mapper.ts'
import { calendarFeed, type CandleSource } from '../candle-feed.ts'

const rest = 'https://public.bitbank.cc'

/**
 * bitbankinc/bitbank-api-docs, public-api.md, "Candlestick": a day (UTC) of minutes and hours a call, a year of longer
 * ones. The time comes last; no turnover.
 */
export const bitbankCandles: CandleSource = {
  feed: calendarFeed({
    words: [
      [1, '1min'],
      [5, '5min'],
      [15, '15min'],
      [30, '30min'],
      [60, '1hour'],
      [240, '4hour'],
    ],
    dayStartsMs: 0,
    url: ({ symbol, word }, date) => `${rest}/${symbol}/candlestick/${word}/${date}`,
  }),
  reader: listReader(
    'data.candlestick.*.ohlcv',
    mapCandle({ open: 0, high: 1, low: 2, close: 3, baseVolume: 4, at: 5 }),
  ),
}
