import { isSoundBar } from '../bar.ts'
import { milliseconds } from './binance-trades.ts'
import { isMarketTime, type Recogniser } from './format.ts'
import { numberAt } from '../line.ts'

const number = /^-?\d*\.?\d+(e-?\d+)?$/i

/**
 * Binance public data `klines`, with or without header: open_time, open, high, low, close, volume,
 * close_time, quote_volume, count and three more.
 */
export const recogniseKlines: Recogniser = (first) => {
  const headed = first[0] === 'open_time'
  if (!headed && !(first.length >= 11 && first.slice(0, 11).every((field) => number.test(field)))) return null
  return {
    kind: 'bars',
    headed,
    named: false,
    reader: (pair) => (line) => {
      const bar = {
        pair,
        at: milliseconds(line, 0),
        open: numberAt(line, 1),
        high: numberAt(line, 2),
        low: numberAt(line, 3),
        close: numberAt(line, 4),
        baseVolume: numberAt(line, 5),
        quoteVolume: numberAt(line, 7),
        count: numberAt(line, 8),
      }
      return isMarketTime(bar.at) && isSoundBar(bar) && bar.quoteVolume >= 0 && bar.count >= 0 ? bar : null
    },
  }
}
