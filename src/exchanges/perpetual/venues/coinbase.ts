import { number } from '../../validate/values.ts'
import { iso, maker } from '../../wire/decoders.ts'
import type { JsonObject } from '../../wire/json.ts'
import { kindByTopic } from '../../wire/kind-by-topic.ts'
import { listAt, rejectPayload } from '../../wire/list-reader.ts'
import { firstOf, type FieldReader, lookup, path } from '../../wire/wire-field.ts'
import { wordOf } from '../../wire/word-of.ts'
import { type MakeRows, mapEntries } from '../map-entries.ts'
import { mapBoth, mapContract, mapContractTick, mapContractTrade, mapDerivative } from '../map-perpetual.ts'
import { leadingMultiplier } from '../multiplied-name.ts'
import type { PerpetualKind, PerpetualMarket, PerpetualReader } from '../perpetual-market.ts'

// Coinbase International Exchange (BTC-PERP): https://docs.cdp.coinbase.com/international-exchange, and its contracts
// at Coinbase Advanced (BTC-PERP-INTX), whose paths they share with spot and with the dated futures of the United
// States (BIP-20DEC30-CDE ends in 2030). Amounts are in the base, everything is settled in USDC.

const name = /^(.+)-PERP(?:-INTX)?$/
const isOurs = (symbol: unknown) => name.test(wordOf(symbol))

/** What international replies have below `quote`, or at the top where it alone was asked for. */
const quoted = (key: string): FieldReader => firstOf(path('quote', key), key)
const details = (key: string): FieldReader => path('future_product_details', key)
const perpetual = (key: string): FieldReader => path('future_product_details', 'perpetual_details', key)

const tick = mapContractTick({
  symbol: firstOf('product_id', 'symbol'),
  last: firstOf(quoted('trade_price'), 'price'),
  high: firstOf('high_24_h', 'high_24h'),
  low: firstOf('low_24_h', 'low_24h'),
  baseVolume: firstOf('qty_24hr', 'volume_24h', 'volume_24_h'),
  quoteVolume: firstOf('notional_24hr', 'approximate_quote_24h_volume'),
  bid: firstOf(quoted('best_bid_price'), 'best_bid', 'bid_price'),
  ask: firstOf(quoted('best_ask_price'), 'best_ask', 'ask_price'),
  at: iso(firstOf(quoted('timestamp'), 'time')),
})

const hourMs = 3_600_000
/** Of the international exchange in nanoseconds, of Advanced as `3600s`. */
const intervalH = (entry: JsonObject) => {
  const told = entry.funding_interval ?? details('funding_interval')(entry)
  const seconds = /^(\d+)s$/.exec(wordOf(told))?.[1]
  const nanos = number(told)
  if (seconds !== undefined) return Number(seconds) / 3600
  return nanos === undefined ? undefined : nanos / (hourMs * 1e6)
}
const derivative = mapDerivative({
  symbol: firstOf('product_id', 'symbol'),
  mark: firstOf(quoted('mark_price')),
  index: firstOf(quoted('index_price'), details('index_price')),
  fundingRate: firstOf(quoted('predicted_funding'), perpetual('funding_rate'), 'funding_rate'),
  intervalH,
  nextFundingAt: iso(perpetual('funding_time')),
  openInterest: firstOf('open_interest', perpetual('open_interest')),
  at: iso(firstOf(quoted('timestamp'), 'time')),
})
/** It is settled at the full hour that follows, and final at that hour. */
const funding = mapDerivative({
  symbol: 'product_id',
  fundingRate: 'funding_rate',
  intervalH: () => 1,
  nextFundingAt: (entry) => Math.ceil((iso('time')(entry) ?? Number.NaN) / hourMs) * hourMs,
  at: iso('time'),
})
const pastFunding = mapDerivative({
  symbol: 'symbol',
  fundingRate: 'funding_rate',
  mark: 'mark_price',
  at: iso(firstOf('event_time', 'time')),
})

const match = mapContractTrade({
  symbol: 'product_id',
  id: 'match_id',
  price: 'trade_price',
  amount: 'trade_qty',
  side: 'aggressor_side',
  at: iso('time'),
})
/** Advanced names the maker's side. */
const advancedTrade = mapContractTrade({
  symbol: 'product_id',
  id: 'trade_id',
  price: 'price',
  amount: 'size',
  side: maker('side'),
  at: iso('time'),
})

const contract = mapContract({
  symbol: firstOf('product_id', 'symbol'),
  base: firstOf('base_asset_name', details('contract_root_unit')),
  quote: () => 'USDC',
  contractSize: firstOf(details('contract_size'), () => 1),
  state: firstOf(
    lookup('trading_state', {
      TRADING: 'trading',
      EXTERNAL: 'prelisting',
      PAUSED: 'halted',
      HALT: 'halted',
      HALTED: 'halted',
      DELISTED: 'delisted',
    }),
    lookup('is_disabled', { true: 'halted', false: 'trading' }),
  ),
  intervalH,
}) as MakeRows

/** Entries of another type, or of a symbol that is none of ours, do not concern us. */
const ifOurs =
  (make: MakeRows): MakeRows =>
  (entry, message) => {
    const symbol = entry.product_id ?? entry.symbol
    return symbol === undefined || isOurs(symbol) ? make(entry, message) : null
  }

const rest =
  (make: MakeRows): PerpetualReader =>
  (payload) => {
    const { products, results, trades } = payload as JsonObject
    return mapEntries(products ?? results ?? trades ?? payload, ifOurs(make))
  }

// LEVEL1 is the best bid and ask alone.
const kindOf = kindByTopic<PerpetualKind>('channel', {
  MATCH: 'ws.trades',
  RISK: 'ws.derivatives',
  FUNDING: 'ws.funding',
  INSTRUMENTS: 'ws.symbols',
  ticker: 'ws.ticker',
  ticker_batch: 'ws.ticker',
  market_trades: 'ws.trades',
})
const stream =
  (kind: PerpetualKind, make: MakeRows, events?: readonly [list: string, make: MakeRows]): PerpetualReader =>
  (payload) => {
    if (kindOf(payload) !== kind) rejectPayload()
    const { events: batches, timestamp } = payload as JsonObject
    if (batches === undefined || !events) return mapEntries(payload, ifOurs(make))
    return mapEntries(listAt(payload, `events.*.${events[0]}`), ifOurs(events[1]), {
      at: iso('at')({ at: timestamp }),
    })
  }

const both = mapBoth(tick, derivative)

export const coinbasePerpetual: PerpetualMarket = {
  venue: 'coinbase',
  sidesOf(symbol) {
    const base = name.exec(symbol)?.[1]
    return base === undefined ? null : { base, quote: 'USDC' }
  },
  nameOf: leadingMultiplier,
  refusal(payload) {
    const { message, title, id, instrument_id, error: code, status } = payload as JsonObject
    const said = message ?? title
    return typeof said === 'string' && id === undefined && instrument_id === undefined
      ? { message: said, code: code ?? status }
      : null
  },
  kindOf,
  readers: {
    'rest.tickers': rest(both),
    'rest.ticker': rest(both),
    'rest.derivatives': rest(both),
    'rest.mark': rest(both),
    'rest.index': rest(both),
    'rest.open-interest': rest(both),
    'rest.funding': rest((entry, message) =>
      entry.event_time === undefined ? both(entry, message) : pastFunding(entry, message),
    ),
    'rest.trades': rest((entry, message) =>
      (entry.match_id === undefined ? advancedTrade : match)(entry, message),
    ),
    'rest.symbols': rest((entry) => (isOurs(entry.product_id ?? entry.symbol) ? contract(entry) : null)),
    'ws.symbols': stream('ws.symbols', contract),
    'ws.ticker': stream('ws.ticker', both, ['tickers', both]),
    'ws.trades': stream('ws.trades', match, ['trades', advancedTrade]),
    'ws.derivatives': stream('ws.derivatives', derivative),
    'ws.mark': stream('ws.derivatives', derivative),
    'ws.index': stream('ws.derivatives', derivative),
    'ws.funding': stream('ws.funding', funding),
  },
}
