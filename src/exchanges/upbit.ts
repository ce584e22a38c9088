import { upbitCandles } from './candles/venues/upbit.ts'
import { createExchange } from './create-exchange.ts'
import { get, tradesForPair } from './feeds/rest-call.ts'
import { upbitOfficial } from './official/venues/upbit.ts'
import { createSite } from './sites/create-site.ts'
import { listReader } from './wire/list-reader.ts'
import { quoteFirst } from './wire/sides.ts'
import {
  readUpbitMessage,
  upbitKind,
  upbitListing,
  upbitRefusal,
  upbitTick,
  upbitTrade,
  upbitTradeFeed,
} from './wire/upbit-wire.ts'
import { upbitReply } from './wire/subscription-replies.ts'

// Upbit: https://docs.upbit.com/kr/reference. Requests with an Origin header have one in 10 s
// (https://docs.upbit.com/changelog/origin_rate_limit), all others ten a second and group. A browser sends it when
// it opens a socket, but not with an extension's GET; `remaining-req` tells by which rule a request was counted.

const rest = 'https://api.upbit.com/v1'

/** The group of limits in a header such as `group=ticker; min=573; sec=9`. */
const groupIn = (remaining: string | null) => /\bgroup=([\w-]+)/.exec(remaining ?? '')?.[1]

export const upbitSite = createSite({
  id: 'upbit',
  name: 'Upbit',
  hosts: ['https://api.upbit.com/*'],
  page: 'https://upbit.com/exchange{query}code=CRIX.UPBIT.{quote}-{base}',
})

export const upbit = createExchange(upbitSite, () => ({
  // Of ten. One by one, so that the first answer tells which rule counts before the second request leaves.
  budget: { weight: 1, perMs: 1000, useInFull: true, exceededCodes: ['too_many_requests', 429] },
  restricted: {
    budget: { weight: 1, perMs: 10_000, useInFull: true, untilResponse: true },
    tickersEveryMs: 20_000,
    appliesTo(header) {
      const group = groupIn(header('remaining-req'))
      return group === undefined ? null : group === 'origin'
    },
  },
  symbols: get('rest.symbols', `${rest}/market/all?is_details=true`),
  tickers: {
    ...get('rest.tickers', `${rest}/ticker/all?quote_currencies=KRW,BTC,USDT`),
    everyMs: 5000,
    // The pairs in BTC and USDT trade every few minutes to hours.
    rowTimes: 'last-trade',
  },
  trades: {
    ...upbitTradeFeed,
    backfill: tradesForPair(`${rest}/trades/ticks?count=500&market={symbol}`),
    stream: {
      url: 'wss://api.upbit.com/websocket/v1',
      handshake: { weight: 1, minGapMs: 10_000 },
      heartbeat: { ping: { frame: 'PING', everyMs: 50_000 } },
      subscriptionReply: upbitReply,
      refusesOnly: true,
    },
  },
  candles: upbitCandles,
  official: upbitOfficial,
  kindOf: upbitKind,
  refusal: upbitRefusal,
  sidesOf: (symbol) => quoteFirst(symbol, '-'),
  readers: {
    'rest.tickers': listReader('', upbitTick),
    'ws.ticker': readUpbitMessage,
    'rest.trades': listReader('', upbitTrade),
    'ws.trades': readUpbitMessage,
    'rest.symbols': listReader('', upbitListing),
  },
}))
