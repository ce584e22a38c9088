import { number } from '../../validate/values.ts'
import { seconds } from '../../wire/decoders.ts'
import { type JsonObject, valueAt } from '../../wire/json.ts'
import { mapList } from '../../wire/list-reader.ts'
import { mapCandle } from '../../wire/row-mapper.ts'
import { type CandleSource, inSeconds, spanFeed } from '../candle-feed.ts'

const ohlc = 'https://api.kraken.com/0/public/OHLC'
const maxRows = 720

const candle = mapCandle({
  at: seconds(0),
  open: 1,
  high: 2,
  low: 3,
  close: 4,
  baseVolume: 6,
  // The volume-weighted average price times the volume is the turnover.
  quoteVolume: (row: JsonObject) => (number(row[5]) ?? NaN) * (number(row[6]) ?? NaN),
  count: 7,
})

/**
 * https://docs.kraken.com/api/docs/rest-api/get-ohlc-data: the newest 720 of a length, whatever `since` says, so what is
 * older needs longer candles. The result is keyed by the pair's id, beside `last`.
 */
export const krakenCandles: CandleSource = {
  feed: spanFeed({
    words: [
      [1, '1'],
      [5, '5'],
      [15, '15'],
      [30, '30'],
      [60, '60'],
      [240, '240'],
    ],
    limit: maxRows,
    reach: () => maxRows,
    url: ({ symbol, word, from }) => `${ohlc}?pair=${symbol}&interval=${word}&since=${inSeconds(from) - 1}`,
  }),
  reader(payload) {
    const { last: _, ...byPair } = valueAt(payload, 'result') as JsonObject
    return mapList(Object.values(byPair)[0], candle)
  },
}
