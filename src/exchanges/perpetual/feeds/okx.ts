import { okxCandles } from '../../candles/venues/okx.ts'
import { get, getForPair, type ReadKind, tradesForPair } from '../../feeds/rest-call.ts'
import { okxSite } from '../../okx.ts'
import { closingMessage } from '../../wire/closing-message.ts'
import { listReader } from '../../wire/list-reader.ts'
import { mapCandle } from '../../wire/row-mapper.ts'
import { okxReply } from '../../wire/subscription-replies.ts'
import { createPerpetual } from '../create-perpetual.ts'
import { okxPerpetual } from '../venues/okx.ts'

// OKX perpetual swaps, API v5: https://www.okx.com/docs-v5/en/#public-data-rest-api. Each figure has a call for all
// contracts; its stream has a channel for each contract, and 480 subscriptions an hour. The limits of orders are told of one
// contract at a time, and not asked for.

const rest = 'https://www.okx.com/api/v5'

/** A call for all contracts, every so many seconds. */
const poll = (kind: ReadKind, path: string, seconds: number) => ({
  ...get(kind, `${rest}/${path}`),
  everyMs: seconds * 1000,
})

const stream = {
  url: 'wss://ws.okx.com:8443/ws/v5/public',
  heartbeat: { ping: { frame: 'ping', everyMs: 20_000 } },
  isClosing: closingMessage(['event', 'notice'], ['code', '64008']),
  subscriptionReply: okxReply,
}

export const okxPerpetualMarket = createPerpetual(okxSite, () => ({
  market: okxPerpetual,
  // 20 requests in 2 s to most addresses, 10 to mark-price and funding-rate; tickers, trades, candles and the list are
  // those of spot as well, which takes up to three of the five that are a quarter.
  budget: { weight: 8, perMs: 2000, exceededCodes: ['50011'] },
  symbols: get('rest.symbols', `${rest}/public/instruments?instType=SWAP`),
  tickers: {
    ...get('rest.tickers', `${rest}/market/tickers?instType=SWAP`),
    everyMs: 5000,
    rowTimes: 'last-trade',
  },
  polls: [
    poll('rest.mark', 'public/mark-price?instType=SWAP', 10),
    // An index is that of a pair, and asked for by its quote.
    poll('rest.index', 'market/index-tickers?quoteCcy=USDT', 10),
    poll('rest.index', 'market/index-tickers?quoteCcy=USDC', 30),
    poll('rest.index', 'market/index-tickers?quoteCcy=USD', 30),
    poll('rest.open-interest', 'public/open-interest?instType=SWAP', 30),
    poll('rest.funding', 'public/funding-rate?instId=ANY', 60),
  ],
  streams: [
    {
      ...stream,
      // At most one order a contract and second; every change of the list.
      handshake: {
        frames: [
          {
            op: 'subscribe',
            args: [
              { channel: 'liquidation-orders', instType: 'SWAP' },
              { channel: 'instruments', instType: 'SWAP' },
            ],
          },
        ],
      },
    },
  ],
  candles: {
    feed: okxCandles.feed,
    // The fifth is contracts, which the list says the size of; coins, the sixth, are those of spot in the quote.
    reader: listReader(
      'data',
      mapCandle({ at: 0, open: 1, high: 2, low: 3, close: 4, baseVolume: 5, quoteVolume: 7 }),
    ),
  },
  trades: {
    backfill: tradesForPair(`${rest}/market/trades?limit=500&instId={symbol}`),
    history: getForPair('rest.klines', `${rest}/market/candles?bar=1m&limit=300&instId={symbol}`),
    stream,
    frame: (op, symbols) => ({ op, args: symbols.map((instId) => ({ channel: 'trades', instId })) }),
  },
}))
