import { listReader } from '../../wire/list-reader.ts'
import { mapCandle } from '../../wire/row-mapper.ts'
import { type CandleAsk, type CandleSource, spanFeed } from '../candle-feed.ts'

const market = 'https://www.okx.com/api/v5/market'
/** `candles` has so many of the newest, with the one that still runs; `history-candles` has those before. */
const recentCandles = 1440

/** A hundred is what either path returns by every version of the documentation; newer ones allow 300. */
function url({ symbol, word, from, until, intervalMs, now }: CandleAsk): string {
  const path = from > now - (recentCandles - 30) * intervalMs ? 'candles' : 'history-candles'
  return `${market}/${path}?instId=${symbol}&bar=${word}&before=${from - 1}&after=${until}&limit=100`
}

/**
 * https://www.okx.com/docs-v5/en/#order-book-trading-market-data-get-candlesticks-history: newest first, those later
 * than `before` and earlier than `after`. Of spot the volume is in the base, `volCcy` in the quote.
 */
export const okxCandles: CandleSource = {
  feed: spanFeed({
    words: [
      [1, '1m'],
      [5, '5m'],
      [15, '15m'],
      [30, '30m'],
      [60, '1H'],
      [240, '4H'],
    ],
    limit: 100,
    url,
  }),
  reader: listReader(
    'data',
    mapCandle({ at: 0, open: 1, high: 2, low: 3, close: 4, baseVolume: 5, quoteVolume: 6 }),
  ),
}
