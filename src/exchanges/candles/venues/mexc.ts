import { binanceCandle } from '../../wire/binance-wire.ts'
import { listReader } from '../../wire/list-reader.ts'
import { type CandleSource, spanFeed } from '../candle-feed.ts'

const klines = 'https://api.mexc.com/api/v3/klines'

/**
 * https://www.mexc.com/api-docs/spot-v3/market-data-endpoints, "Kline/Candlestick Data": Binance's columns up to the
 * turnover. Documents and clients name 500 or 1000 as the most of one answer; 500 is within both.
 */
export const mexcCandles: CandleSource = {
  feed: spanFeed({
    words: [
      [1, '1m'],
      [5, '5m'],
      [15, '15m'],
      [30, '30m'],
      [60, '60m'],
      [240, '4h'],
    ],
    limit: 500,
    url: ({ symbol, word, from, until }) =>
      `${klines}?symbol=${symbol}&interval=${word}&startTime=${from}&endTime=${until - 1}&limit=500`,
  }),
  reader: listReader('', binanceCandle),
}
