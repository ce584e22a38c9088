import { binanceSite } from '../../binance.ts'
import { type CandleSource, spanFeed } from '../../candles/candle-feed.ts'
import { get, getForPair, tradesForPair } from '../../feeds/rest-call.ts'
import { binanceCandle } from '../../wire/binance-wire.ts'
import { listReader } from '../../wire/list-reader.ts'
import { binanceReply } from '../../wire/subscription-replies.ts'
import { createPerpetual } from '../create-perpetual.ts'
import { binancePerpetual } from '../venues/binance.ts'

// Binance USD-M: https://developers.binance.com/docs/derivatives/usds-margined-futures. Since 2026 its sockets are
// split by path: `/market` has everything but the book. The former addresses connect and stay silent. How far from the mark
// an order may be stands in the list, in the filter PERCENT_PRICE of each contract.

const rest = 'https://fapi.binance.com/fapi/v1'
const stream = 'wss://fstream.binance.com/market/stream'

/** All tickers, marks and funding once a second, liquidations at most one a contract and second, listings. */
const allMarket = ['!ticker@arr', '!markPrice@arr@1s', '!forceOrder@arr', '!contractInfo']

/** Weight 5 up to 1,000 candles. */
const candles: CandleSource = {
  feed: spanFeed({
    words: [
      [1, '1m'],
      [5, '5m'],
      [15, '15m'],
      [30, '30m'],
      [60, '1h'],
      [240, '4h'],
    ],
    limit: 1000,
    weight: 5,
    url: ({ symbol, word, from, until }) =>
      `${rest}/klines?symbol=${symbol}&interval=${word}&startTime=${from}&endTime=${until - 1}&limit=1000`,
  }),
  reader: listReader('', binanceCandle),
}

export const binancePerpetualMarket = createPerpetual(binanceSite, () => ({
  market: binancePerpetual,
  budget: { weight: 2400, perMs: 60_000, exceededCodes: [-1003] },
  symbols: get('rest.symbols', `${rest}/exchangeInfo`, 1),
  tickers: { ...get('rest.tickers', `${rest}/ticker/24hr`, 40), everyMs: 10_000, rowTimes: 'last-trade' },
  stream: { url: `${stream}?streams=${allMarket.join('/')}` },
  polls: [
    // Hours between fundings and their limits, of the contracts where these are not the usual ones.
    { ...get('rest.funding', `${rest}/fundingInfo`, 1), everyMs: 600_000 },
    // Refreshed every half an hour: https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data
    { ...get('rest.derivatives', `${rest}/symbolAdlRisk`, 1), everyMs: 1_800_000 },
    {
      ...get('rest.open-interest', `${rest}/openInterest`, 1),
      everyMs: 120_000,
      forPair: getForPair('rest.open-interest', `${rest}/openInterest?symbol={symbol}`, 1),
    },
  ],
  candles,
  trades: {
    backfill: tradesForPair(`${rest}/aggTrades?symbol={symbol}&limit=1000`, 20),
    history: getForPair('rest.klines', `${rest}/klines?symbol={symbol}&interval=1m&limit=1000`, 5),
    stream: { url: stream, subscriptionReply: binanceReply },
    limits: { minGapMs: 250 },
    commands: ['SUBSCRIBE', 'UNSUBSCRIBE'],
    frame: (method, symbols, id) => ({
      method,
      params: symbols.map((symbol) => `${symbol.toLowerCase()}@aggTrade`),
      id,
    }),
  },
}))
