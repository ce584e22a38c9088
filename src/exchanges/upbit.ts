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

// Upbit: https://docs.upbit.com/kr/reference. A client that sends an Origin header, as browsers do, has one
// request in 10 s, REST and sockets together: https://docs.upbit.com/changelog/origin_rate_limit

const rest = 'https://api.upbit.com/v1'
const tickersIn = (quote: string) => get('rest.tickers', `${rest}/ticker/all?quote_currencies=${quote}`)

export const upbitSite = createSite({
  id: 'upbit',
  name: 'Upbit',
  hosts: ['https://api.upbit.com/*'],
  page: 'https://upbit.com/exchange{query}code=CRIX.UPBIT.{quote}-{base}',
})

export const upbit = createExchange(upbitSite, () => ({
  budget: { weight: 1, perMs: 10_000, useInFull: true, untilResponse: true },
  symbols: get('rest.symbols', `${rest}/market/all?is_details=true`),
  tickers: {
    ...tickersIn('KRW'),
    everyMs: 40_000,
    furtherCalls: [tickersIn('BTC'), tickersIn('USDT')],
  },
  trades: {
    ...upbitTradeFeed,
    backfill: tradesForPair(`${rest}/trades/ticks?count=500&market={symbol}`),
    stream: {
      url: 'wss://api.upbit.com/websocket/v1',
      handshake: { weight: 1 },
      heartbeat: { ping: { frame: 'PING', everyMs: 50_000 } },
      subscriptionReply: upbitReply,
      refusesOnly: true,
    },
  },
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
