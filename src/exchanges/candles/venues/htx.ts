import { seconds } from '../../wire/decoders.ts'
import { listReader } from '../../wire/list-reader.ts'
import { mapCandle } from '../../wire/row-mapper.ts'
import { type CandleSource, spanFeed } from '../candle-feed.ts'

const kline = 'https://api.huobi.pro/market/history/kline'
const maxSize = 2000

/**
 * https://huobiapi.github.io/docs/spot/v1/en/#get-klines-candles: the newest `size`, 2000 at most, newest first; it
 * takes no span, so what is older needs longer candles. `amount` is in the base, `vol` in the quote.
 */
export const htxCandles: CandleSource = {
  feed: spanFeed({
    words: [
      [1, '1min'],
      [5, '5min'],
      [15, '15min'],
      [30, '30min'],
      [60, '60min'],
      [240, '4hour'],
    ],
    limit: maxSize,
    reach: () => maxSize,
    url({ symbol, word, from, intervalMs, now }) {
      const size = Math.max(1, Math.ceil((now - from) / intervalMs) + 1)
      return `${kline}?symbol=${symbol}&period=${word}&size=${Math.min(size, maxSize)}`
    },
  }),
  reader: listReader(
    'data',
    mapCandle({
      at: seconds('id'),
      open: 'open',
      high: 'high',
      low: 'low',
      close: 'close',
      baseVolume: 'amount',
      quoteVolume: 'vol',
      count: 'count',
    }),
  ),
}
