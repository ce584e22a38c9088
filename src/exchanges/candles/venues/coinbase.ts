import { seconds } from '../../wire/decoders.ts'
import { listReader } from '../../wire/list-reader.ts'
import { mapCandle } from '../../wire/row-mapper.ts'
import { type CandleSource, spanFeed } from '../candle-feed.ts'

const products = 'https://api.exchange.coinbase.com/products'
const isoOf = (at: number) => new Date(at).toISOString()

/**
 * https://docs.cdp.coinbase.com/exchange/reference/exchangerestapi_getproductcandles: lengths of 60, 300, 900, 3600 and
 * 21600 s alone; a span of more than 300 is refused. Newest first; minutes without a trade are missing; no turnover.
 */
export const coinbaseCandles: CandleSource = {
  feed: spanFeed({
    words: [
      [1, '60'],
      [5, '300'],
      [15, '900'],
      [60, '3600'],
      [360, '21600'],
    ],
    limit: 299,
    url: ({ symbol, word, from, until }) =>
      `${products}/${symbol}/candles?granularity=${word}&start=${isoOf(from)}&end=${isoOf(until - 1)}`,
  }),
  reader: listReader('', mapCandle({ at: seconds(0), low: 1, high: 2, open: 3, close: 4, baseVolume: 5 })),
}
