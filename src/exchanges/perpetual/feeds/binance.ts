import { binanceSite } from '../../binance.ts'
import { get, getForPair, tradesForPair } from '../../feeds/rest-call.ts'
import { binanceReply } from '../../wire/subscription-replies.ts'
import { createPerpetual } from '../create-perpetual.ts'
import { binancePerpetual } from '../venues/binance.ts'

// Binance USD-M: https://developers.binance.com/docs/derivatives/usds-margined-futures. Since 2026 its sockets are
// split by path: `/market` has everything but the book. The former addresses connect and stay silent.

const rest = 'https://fapi.binance.com/fapi/v1'
const stream = 'wss://fstream.binance.com/market/stream'

/** All tickers, marks and funding once a second, liquidations at most one a contract and second, listings. */
const allMarket = ['!ticker@arr', '!markPrice@arr@1s', '!forceOrder@arr', '!contractInfo']

export const binancePerpetualMarket = createPerpetual(binanceSite, () => ({
  market: binancePerpetual,
  budget: { weight: 2400, perMs: 60_000, exceededCodes: [-1003] },
  symbols: get('rest.symbols', `${rest}/exchangeInfo`, 1),
  tickers: { ...get('rest.tickers', `${rest}/ticker/24hr`, 40), everyMs: 10_000, rowTimes: 'last-trade' },
  stream: { url: `${stream}?streams=${allMarket.join('/')}` },
  polls: [
    // Hours between fundings and their limits, of the contracts where these are not the usual ones.
    { ...get('rest.funding', `${rest}/fundingInfo`, 1), everyMs: 600_000 },
    {
      ...get('rest.open-interest', `${rest}/openInterest`, 1),
      everyMs: 120_000,
      forPair: getForPair('rest.open-interest', `${rest}/openInterest?symbol={symbol}`, 1),
    },
  ],
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
