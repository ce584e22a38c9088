import { cryptocomCandles } from '../../candles/venues/cryptocom.ts'
import { cryptocomSite } from '../../cryptocom.ts'
import type { ContractStream } from '../../feeds/contract-stream.ts'
import { get, tradesForPair } from '../../feeds/rest-call.ts'
import { cryptocomBudget, cryptocomStream } from '../../wire/cryptocom-wire.ts'
import { cryptocomReplyOf } from '../../wire/subscription-replies.ts'
import { createPerpetual } from '../create-perpetual.ts'
import { cryptocomPerpetual } from '../venues/cryptocom.ts'

// Crypto.com, API v1: https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html. Mark, index and funding are told
// of one contract at a time: funding once a minute, of all contracts; the others once a second, hundreds of messages,
// so they come beside the trades of the contracts that are followed. Liquidations are not published.

const rest = 'https://api.crypto.com/exchange/v1/public'

/** Of a followed contract. An index is named by what it is of. */
const channelsOf = (symbol: string) => [
  `trade.${symbol}`,
  `mark.${symbol}`,
  `index.${symbol.replace(/-PERP$/, '-INDEX')}`,
]
const maxChannels = 400
const frame = (method: string, channels: readonly string[], id: number) => ({
  id,
  method,
  params: { channels },
})

/** A subscription is not acknowledged: the first value carries its id. */
const fundings = (): ContractStream => ({
  ...cryptocomStream,
  subscriptionReply: cryptocomReplyOf('funding'),
  refusesOnly: true,
  limits: { maxPairs: maxChannels, maxPairsPerFrame: 100, minGapMs: 250 },
  subscribe: (symbols, id) =>
    frame(
      'subscribe',
      symbols.map((symbol) => `funding.${symbol}`),
      id,
    ),
})

export const cryptocomPerpetualMarket = createPerpetual(cryptocomSite, () => ({
  market: cryptocomPerpetual,
  budget: cryptocomBudget,
  symbols: get('rest.symbols', `${rest}/get-instruments`),
  // With open interest.
  tickers: { ...get('rest.tickers', `${rest}/get-tickers`), everyMs: 5000, rowTimes: 'last-trade' },
  streams: [fundings()],
  candles: cryptocomCandles,
  trades: {
    backfill: tradesForPair(`${rest}/get-trades?count=150&instrument_name={symbol}`),
    stream: cryptocomStream,
    limits: { maxPairs: Math.floor(maxChannels / 3), maxPairsPerFrame: 33 },
    frame: (method, symbols, id) => frame(method, symbols.flatMap(channelsOf), id),
  },
}))
