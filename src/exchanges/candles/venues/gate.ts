import { seconds } from '../../wire/decoders.ts'
import { listReader } from '../../wire/list-reader.ts'
import { mapCandle } from '../../wire/row-mapper.ts'
import { type CandleSource, inSeconds, spanFeed } from '../candle-feed.ts'

const candlesticks = 'https://api.gateio.ws/api/v4/spot/candlesticks'

/**
 * https://www.gate.com/docs/developers/apiv4/#market-candlesticks: both ends included, 1000 at most, and no `limit`
 * beside them. What is more than 10,000 candles ago it refuses with HTTP 400, "Candlestick too long ago. Maximum
 * 10000 points ago are allowed" (thrasher-corp/gocryptotrader and others handle it; undocumented): 30 days need 5 min.
 */
export const gateCandles: CandleSource = {
  feed: spanFeed({
    words: [
      [1, '1m'],
      [5, '5m'],
      [15, '15m'],
      [30, '30m'],
      [60, '1h'],
      [240, '4h'],
    ],
    limit: 990,
    reach: () => 10_000,
    url: ({ symbol, word, from, until }) =>
      `${candlesticks}?currency_pair=${symbol}&interval=${word}&from=${inSeconds(from)}&to=${inSeconds(until - 1)}`,
  }),
  reader: listReader(
    '',
    mapCandle({ at: seconds(0), quoteVolume: 1, close: 2, high: 3, low: 4, open: 5, baseVolume: 6 }),
  ),
}
