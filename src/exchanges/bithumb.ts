import { get, tradesForPair } from './feeds/rest-call.ts'
import { createExchange } from './create-exchange.ts'
import { each, type Fields, rows, strange, within } from './wire/fields.ts'
import { number, type RawRow } from './gate/raw-row.ts'
import { bithumbOfficial } from './official/venues/bithumb.ts'
import { codeOtherThan } from './wire/refusal.ts'
import { renamed } from './wire/row-mapper.ts'
import { quoteFirst } from './wire/sides.ts'
import { createSite } from './sites/create-site.ts'
import {
  upbitFeed,
  upbitKind,
  upbitListing,
  upbitRefusal,
  upbitStream,
  upbitTick,
  upbitTrade,
} from './wire/upbit-wire.ts'

// Bithumb: https://apidocs.bithumb.com/. Its second API speaks Upbit's shapes but caps tickers at
// 200 pairs a call, so those come from the first, whose rows are keyed by the base alone.

const rest = 'https://api.bithumb.com'
const statusRefusal = codeOtherThan('0000', 'status', 'message')
const nineHours = 32_400_000

const tick = renamed(
  'tick',
  'last:closing_price open:opening_price high:max_price low:min_price at:date ' +
    'baseVolume:units_traded_24H|volume_1day quoteVolume:acc_trade_value_24H',
)
const oldTrade = renamed('trade', 'price amount:units_traded side:type at:kst(transaction_date)')

/** `ALL_KRW` was asked: the quote is KRW. Without the address nobody knows. */
const named = (base: string, asked: string | undefined) => {
  const quote = /_([A-Z]+)$/.exec(asked ?? '')?.[1]
  return quote ? { symbol: `${quote}-${base}` } : { symbol: base, base }
}

/** Once thousands were marked by a comma: such a body is not of today's API. */
const isOld = (r: Fields) => String(r.fluctate_24H).includes(',')

/** The second API's times are Korean time written as if it were UTC. */
const secondTick = (r: Fields) => upbitTick(r, { at: (number(r.trade_timestamp) ?? NaN) - nineHours })

function* firstTicks(payload: unknown, asked: string | undefined): Iterable<RawRow> {
  const { date, ...pairs } = within(payload, 'data') as Record<string, Fields>
  if (Object.values(pairs).some(isOld)) strange()
  for (const [base, r] of Object.entries(pairs)) yield tick(r, { ...named(base, asked), at: date })
}

export const bithumbSite = createSite({
  id: 'bithumb',
  name: 'Bithumb',
  hosts: ['https://api.bithumb.com/*'],
  page: 'https://www.bithumb.com/react/trade/order/{base}-{quote}',
  also: ['https://www.bithumb.com/{locale}react/trade/order/{base}_{quote}'],
  ownHosts: ['www.bithumb.com', 'feed.bithumb.com'],
})

export const bithumb = createExchange(bithumbSite, () => ({
  budget: { weight: 150, perMs: 1000 },
  symbols: get('rest.symbols', `${rest}/v1/market/all?isDetails=true`),
  tickers: {
    ...get('rest.tickers', `${rest}/public/ticker/ALL_KRW`),
    everyMs: 5000,
    furtherCalls: [get('rest.tickers', `${rest}/public/ticker/ALL_BTC`)],
  },
  trades: {
    ...upbitFeed,
    backfill: tradesForPair(`${rest}/v1/trades/ticks?count=500&market={symbol}`),
    stream: {
      url: 'wss://ws-api.bithumb.com/websocket/v1',
      heartbeat: { ping: { frame: 'PING', everyMs: 30_000 } },
    },
  },
  official: bithumbOfficial,
  kindOf: upbitKind,
  // Refusals come as HTTP 200.
  refusal: (payload) => statusRefusal(payload) ?? upbitRefusal(payload),
  sidesOf: (symbol) => quoteFirst(symbol, '-'),
  // The first API writes BTC_KRW in the path; the second's name of that is KRW-BTC.
  requestedSymbol(url) {
    const [, base, quote] = /\/public\/(?:ticker|transaction_history)\/([^/_?#]+)_([^/?#]+)/.exec(url) ?? []
    return base === 'ALL' ? `ALL_${quote}` : base && `${quote}-${base}`
  },
  readers: {
    'rest.tickers': (p, _, asked) => (Array.isArray(p) ? each(p, secondTick) : firstTicks(p, asked)),
    'rest.ticker': (p) => each([(p as Fields).data ?? p], tick),
    'ws.ticker': upbitStream,
    'rest.trades': (p) => (Array.isArray(p) ? each(p, upbitTrade) : each(within(p, 'data'), oldTrade)),
    'ws.trades': upbitStream,
    'rest.symbols': rows('', upbitListing),
  },
}))
