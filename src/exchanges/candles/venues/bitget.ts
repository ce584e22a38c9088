import { listReader } from '../../wire/list-reader.ts'
import { mapCandle } from '../../wire/row-mapper.ts'
import { type CandleAsk, type CandleSource, spanFeed } from '../candle-feed.ts'

const market = 'https://api.bitget.com/api/v2/spot/market'
const dayMs = 86_400_000
/** `candles` reaches back a month or more, by the length of a candle; `history-candles` has those before. */
const recentMs = 28 * dayMs

function url({ symbol, word, from, until, now }: CandleAsk): string {
  const ask = `symbol=${symbol}&granularity=${word}`
  return from > now - recentMs
    ? `${market}/candles?${ask}&startTime=${from}&endTime=${until}&limit=200`
    : `${market}/history-candles?${ask}&endTime=${until}&limit=200`
}

/**
 * https://www.bitget.com/api-doc/spot/market/Get-Candle-Data and Get-History-Candle-Data: oldest first, the latter at
 * most 200 before `endTime`. The columns are base, USDT and quote volume.
 */
export const bitgetCandles: CandleSource = {
  feed: spanFeed({
    words: [
      [1, '1min'],
      [5, '5min'],
      [15, '15min'],
      [30, '30min'],
      [60, '1h'],
      [240, '4h'],
    ],
    limit: 200,
    url,
  }),
  reader: listReader(
    'data',
    mapCandle({ at: 0, open: 1, high: 2, low: 3, close: 4, baseVolume: 5, quoteVolume: 7 }),
  ),
}
