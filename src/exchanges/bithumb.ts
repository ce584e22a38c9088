import { bithumbCandles } from './candles/venues/bithumb.ts'
import { createExchange } from './create-exchange.ts'
import { get, tradesForPair } from './feeds/rest-call.ts'
import { bithumbOfficial } from './official/venues/bithumb.ts'
import { createSite } from './sites/create-site.ts'
import type { RawRow } from './validate/raw-row.ts'
import { number } from './validate/values.ts'
import { kst } from './wire/decoders.ts'
import { type JsonObject, valueAt } from './wire/json.ts'
import { listReader, mapList, rejectPayload } from './wire/list-reader.ts'
import { refusalByCode } from './wire/refusal.ts'
import { mapTick, mapTrade } from './wire/row-mapper.ts'
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
import { firstOf } from './wire/wire-field.ts'
import { upbitReply } from './wire/subscription-replies.ts'

// Bithumb: https://apidocs.bithumb.com/. Its second API has Upbit's shapes but caps tickers at
// 200 pairs a call, so those come from the first, whose rows are keyed by the base alone.

const rest = 'https://api.bithumb.com'
const statusRefusal = refusalByCode('0000', 'status', 'message')
const nineHoursMs = 32_400_000

const firstApiTick = mapTick({
  last: 'closing_price',
  open: 'opening_price',
  high: 'max_price',
  low: 'min_price',
  baseVolume: firstOf('units_traded_24H', 'volume_1day'),
  quoteVolume: 'acc_trade_value_24H',
  at: 'date',
})
const firstApiTrade = mapTrade({
  price: 'price',
  amount: 'units_traded',
  side: 'type',
  at: kst('transaction_date'),
})

/** The request for `ALL_KRW` names the quote, KRW. Without the request it is unknown. */
const symbolFields = (base: string, requested: string | undefined) => {
  const quote = /_([A-Z]+)$/.exec(requested ?? '')?.[1]
  return quote ? { symbol: `${quote}-${base}` } : { symbol: base, base }
}

/** Past versions of the API separated thousands by commas. */
const isOutdated = (entry: JsonObject) => String(entry.fluctate_24H).includes(',')

/** The second API's times are Korean time written as UTC. */
const secondApiTick = (entry: JsonObject) =>
  upbitTick(entry, { at: (number(entry.trade_timestamp) ?? NaN) - nineHoursMs })

function* readFirstApiTicks(payload: unknown, requested: string | undefined): Iterable<RawRow> {
  const { date, ...pairs } = valueAt(payload, 'data') as Record<string, JsonObject>
  if (Object.values(pairs).some(isOutdated)) rejectPayload()
  for (const [base, entry] of Object.entries(pairs))
    yield firstApiTick(entry, { ...symbolFields(base, requested), at: date })
}

export const bithumbSite = createSite({
  id: 'bithumb',
  name: 'Bithumb',
  hosts: ['https://api.bithumb.com/*'],
  page: 'https://www.bithumb.com/react/trade/order/{base}-{quote}',
  aliases: ['https://www.bithumb.com/{locale}[react/]trade/(order|chart)/{base}(-|_){quote}'],
  ownHosts: ['www.bithumb.com', 'feed.bithumb.com'],
})

export const bithumb = createExchange(bithumbSite, () => ({
  budget: { weight: 150, perMs: 1000, exceededCodes: ['too_many_requests', 429] },
  symbols: get('rest.symbols', `${rest}/v1/market/all?isDetails=true`),
  tickers: {
    ...get('rest.tickers', `${rest}/public/ticker/ALL_KRW`),
    everyMs: 5000,
    furtherCalls: [get('rest.tickers', `${rest}/public/ticker/ALL_BTC`)],
  },
  trades: {
    ...upbitTradeFeed,
    backfill: tradesForPair(`${rest}/v1/trades/ticks?count=500&market={symbol}`),
    stream: {
      url: 'wss://ws-api.bithumb.com/websocket/v1',
      heartbeat: { ping: { frame: 'PING', everyMs: 30_000 } },
      subscriptionReply: upbitReply,
      refusesOnly: true,
    },
  },
  candles: bithumbCandles,
  official: bithumbOfficial,
  kindOf: upbitKind,
  // Refusals come as HTTP 200.
  refusal: (payload) => statusRefusal(payload) ?? upbitRefusal(payload),
  sidesOf: (symbol) => quoteFirst(symbol, '-'),
  // The first API writes BTC_KRW in the path; the second's symbol for it is KRW-BTC.
  requestedSymbol(url) {
    const [, base, quote] = /\/public\/(?:ticker|transaction_history)\/([^/_?#]+)_([^/?#]+)/.exec(url) ?? []
    return base === 'ALL' ? `ALL_${quote}` : base && `${quote}-${base}`
  },
  readers: {
    'rest.tickers': (payload, _, requested) =>
      Array.isArray(payload) ? mapList(payload, secondApiTick) : readFirstApiTicks(payload, requested),
    'rest.ticker': (payload) => mapList([(payload as JsonObject).data ?? payload], firstApiTick),
    'ws.ticker': readUpbitMessage,
    'rest.trades': (payload) =>
      Array.isArray(payload)
        ? mapList(payload, upbitTrade)
        : mapList(valueAt(payload, 'data'), firstApiTrade),
    'ws.trades': readUpbitMessage,
    'rest.symbols': listReader('', upbitListing),
  },
}))
