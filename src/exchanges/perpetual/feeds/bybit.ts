import { bybitSite } from '../../bybit.ts'
import { bybitCandles } from '../../candles/venues/bybit.ts'
import { get, getForPair, tradesForPair } from '../../feeds/rest-call.ts'
import { bybitReply } from '../../wire/subscription-replies.ts'
import { createPerpetual } from '../create-perpetual.ts'
import { bybitPerpetual } from '../venues/bybit.ts'

// Bybit linear perpetuals, API v5, of which the category is `linear`: https://bybit-exchange.github.io/docs/v5/intro.
// One poll of all tickers tells everything but liquidations: https://bybit-exchange.github.io/docs/v5/market/tickers.
// The stream of tickers has a topic for each contract and ten messages a second in it: too many for all contracts. Of the
// limits of orders the list tells two ratios; the narrower one goes by an average premium that is not published, so only
// what is at the outer one is held for sure. The limits themselves are told of one contract at a time.

const rest = 'https://api.bybit.com/v5/market'

const stream = {
  url: 'wss://stream.bybit.com/v5/public/linear',
  // The documentation asks for 20 s. A broker's relay of these streams closes a connection on which it sends nothing for
  // 10 s (measured in September 2026; of Bybit itself unverified), and a quiet contract sends nothing.
  heartbeat: { ping: { frame: { op: 'ping' }, everyMs: 8000 } },
  subscriptionReply: bybitReply,
}

const topics = (topic: string) => (op: string, symbols: readonly string[], id: number) => ({
  req_id: String(id),
  op,
  args: symbols.map((symbol) => `${topic}.${symbol}`),
})
const liquidations = topics('allLiquidation')

export const bybitPerpetualMarket = createPerpetual(bybitSite, () => ({
  market: bybitPerpetual,
  // Of the 600 requests in 5 s that an address may send; spot, on the same host, has the other half.
  budget: { weight: 300, perMs: 5000, exceededCodes: [10006, 10018, 10429] },
  // The longest page; in September 2026 there were 805 contracts.
  symbols: get('rest.symbols', `${rest}/instruments-info?category=linear&limit=1000`),
  tickers: { ...get('rest.tickers', `${rest}/tickers?category=linear`), everyMs: 5000 },
  // Of all contracts, told anew each minute.
  polls: [{ ...get('rest.derivatives', `${rest}/adlAlert`), everyMs: 60_000 }],
  streams: [
    // Every liquidation, twice a second: https://bybit-exchange.github.io/docs/v5/websocket/public/all-liquidation. No
    // topic covers all contracts. A connection takes 21,000 characters of topics, and these have 27 on average.
    {
      ...stream,
      limits: { maxPairs: 700, maxPairsPerFrame: 50 },
      subscribe: (symbols, id) => liquidations('subscribe', symbols, id),
    },
  ],
  candles: bybitCandles('linear'),
  trades: {
    backfill: tradesForPair(`${rest}/recent-trade?category=linear&limit=1000&symbol={symbol}`),
    history: getForPair('rest.klines', `${rest}/kline?category=linear&symbol={symbol}&interval=1&limit=1000`),
    stream,
    limits: { maxPairsPerFrame: 10 },
    frame: topics('publicTrade'),
  },
}))
