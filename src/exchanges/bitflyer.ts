import type { Listing } from '../market/pair.ts'
import type { Tick } from '../market/tick.ts'
import { createExchange } from './create-exchange.ts'
import { bitflyerOfficial } from './official/venues/bitflyer.ts'
import { createSite } from './sites/create-site.ts'
import type { Raw, RawRow } from './validate/raw-row.ts'
import { bitflyerFeeds, bitflyerRefusal } from './wire/bitflyer-wire.ts'
import { iso } from './wire/decoders.ts'
import { asList, type JsonObject, valueAt } from './wire/json.ts'
import { kindByTopic } from './wire/kind-by-topic.ts'
import { listReader, mapList, rejectPayload } from './wire/list-reader.ts'
import { mapTick, mapTrade } from './wire/row-mapper.ts'
import { baseFirst, isDerivative } from './wire/sides.ts'
import { sideOf } from './wire/taker.ts'
import { path } from './wire/wire-field.ts'
import { wordOf } from './wire/word-of.ts'

// bitFlyer Lightning: https://lightning.bitflyer.com/docs. Only spot products have two parts:
// FX_BTC_JPY is CFD, BTCJPY24DEC2021 was a future. Times have 7 digits, and no Z by REST.

const anyTick = mapTick({
  symbol: 'product_code',
  last: 'ltp',
  // `volume` counts related products too.
  baseVolume: 'volume_by_product',
  bid: 'best_bid',
  ask: 'best_ask',
  at: iso('timestamp'),
})
const tick = (entry: JsonObject): Raw<Tick> | null =>
  isDerivative(entry.product_code, '_') ? null : anyTick(entry)

const trade = mapTrade({
  id: 'id',
  // The taker's order is that of the execution's side. An opening auction has no side and is dropped.
  order: (entry) =>
    sideOf(entry.side) === 'buy' ? entry.buy_child_order_acceptance_id : entry.sell_child_order_acceptance_id,
  price: 'price',
  amount: 'size',
  side: 'side',
  at: iso('exec_date'),
})

const listing = ({ product_code: symbol, market_type: type = 'Spot' }: JsonObject): Raw<Listing> | null =>
  type !== 'Spot' || isDerivative(symbol, '_')
    ? null
    : { type: 'symbol', symbol, ...baseFirst(wordOf(symbol), '_'), state: 'trading' }

function readStreamTrades(message: unknown): Iterable<RawRow> {
  const channel = wordOf(valueAt(message, 'params', 'channel'))
  const [, symbol] = /^lightning_executions_(.+)$/.exec(channel) ?? []
  if (symbol === undefined) rejectPayload()
  return isDerivative(symbol, '_')
    ? []
    : mapList(valueAt(message, 'params', 'message'), (entry) => trade(entry, { symbol }))
}

export const bitflyerSite = createSite({
  id: 'bitflyer',
  name: 'bitFlyer',
  hosts: ['https://api.bitflyer.com/*'],
  page: 'https://lightning.bitflyer.com/{locale}trade/{base}{quote}',
  aliases: ['trade/{base}_{quote}'],
  perpetuals: ['trade/fx[_]{base}[_](<quote>jpy)'],
  perpetual: {
    hosts: ['https://api.bitflyer.com/*'],
    path: (_, { base, quote }) => `trade/fx${base}${quote}`.toLowerCase(),
  },
  lower: true,
  quotes: ['JPY', 'BTC', 'USD', 'EUR'],
  ownHosts: ['bitflyer.com', 'lightning.bitflyer.com', 'blog.bitflyer.com'],
})

export const bitflyer = createExchange(bitflyerSite, () => ({
  ...bitflyerFeeds('BTC_JPY'),
  // Published: 500 in 5 minutes. Kept by the minute, as a burst would leave the rest of the 5 minutes without data; 25 of a
  // hundred are for the CFD.
  budget: { weight: 75, perMs: 60_000 },
  official: bitflyerOfficial,
  kindOf: kindByTopic(path('params', 'channel'), {
    'lightning_ticker_*': 'ws.ticker',
    'lightning_executions_*': 'ws.trades',
  }),
  refusal: bitflyerRefusal,
  sidesOf: (symbol) => baseFirst(symbol, '_'),
  requestedSymbol: (url) => (/\/(?:get)?(?:ticker|executions)\/?$/.test(url) ? 'BTC_JPY' : undefined),
  readers: {
    'rest.tickers': listReader('', tick),
    'ws.ticker': (payload) => mapList(asList(valueAt(payload, 'params', 'message')), tick),
    'rest.trades': listReader('', trade),
    'ws.trades': readStreamTrades,
    'rest.symbols': listReader('', listing),
  },
}))
