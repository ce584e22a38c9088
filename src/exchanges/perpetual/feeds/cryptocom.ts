import { cryptocomCandles } from '../../candles/venues/cryptocom.ts'
import { cryptocomBudget, cryptocomSite, cryptocomStream } from '../../cryptocom.ts'
import { get, tradesForPair } from '../../feeds/rest-call.ts'
import { createPerpetual } from '../create-perpetual.ts'
import { cryptocomPerpetual } from '../venues/cryptocom.ts'

// Crypto.com, API v1: https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html. Mark, index and funding are told
// of one contract at a time, the first two once a second: those of all contracts would be hundreds of messages a second,
// so they come beside the trades of the contracts that are followed. Liquidations are not published.

const rest = 'https://api.crypto.com/exchange/v1/public'

/** Everything of a contract. An index is named by what it is of. */
const channelsOf = (symbol: string) => [
  `trade.${symbol}`,
  `mark.${symbol}`,
  `index.${symbol.replace(/-PERP$/, '-INDEX')}`,
  `funding.${symbol}`,
]

export const cryptocomPerpetualMarket = createPerpetual(cryptocomSite, () => ({
  market: cryptocomPerpetual,
  budget: cryptocomBudget,
  symbols: get('rest.symbols', `${rest}/get-instruments`),
  // With open interest.
  tickers: { ...get('rest.tickers', `${rest}/get-tickers`), everyMs: 5000, rowTimes: 'last-trade' },
  candles: cryptocomCandles,
  trades: {
    backfill: tradesForPair(`${rest}/get-trades?count=150&instrument_name={symbol}`),
    stream: cryptocomStream,
    // 400 channels on a connection.
    limits: { maxPairs: 100, maxPairsPerFrame: 25 },
    frame: (method, symbols, id) => ({ id, method, params: { channels: symbols.flatMap(channelsOf) } }),
  },
}))
