import { number } from '../../validate/values.ts'
import { iso, maker, upper } from '../../wire/decoders.ts'
import type { JsonObject } from '../../wire/json.ts'
import { firstOf, type FieldReader, lookup, path } from '../../wire/wire-field.ts'
import { wordOf } from '../../wire/word-of.ts'
import type { MakeRows } from '../map-entries.ts'
import { mapContract, mapContractTick, mapContractTrade, mapDerivative } from '../map-perpetual.ts'

// What entries of Coinbase hold, whatever they came in: see `coinbase.ts`.

export const name = /^(.+)-PERP(?:-INTX)?$/
export const isOurs = (symbol: unknown) => name.test(wordOf(symbol))

const symbol = firstOf('product_id', 'symbol')
/** What international replies have below `quote`, or at the top where it alone was asked for. */
const quoted = (key: string): FieldReader => firstOf(path('quote', key), key)
const details = (key: string): FieldReader => path('future_product_details', key)
const perpetual = (key: string): FieldReader => path('future_product_details', 'perpetual_details', key)

export const tick = mapContractTick({
  symbol,
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
export const derivative = mapDerivative({
  symbol,
  mark: firstOf(quoted('mark_price')),
  index: firstOf(quoted('index_price'), details('index_price')),
  fundingRate: firstOf(quoted('predicted_funding'), perpetual('funding_rate'), 'funding_rate'),
  intervalH,
  nextFundingAt: iso(perpetual('funding_time')),
  openInterest: firstOf('open_interest', perpetual('open_interest')),
  upperLimit: quoted('limit_up'),
  lowerLimit: quoted('limit_down'),
  at: iso(firstOf(quoted('timestamp'), 'time')),
})
/** It is settled at the full hour that follows, and final at that hour. */
export const funding = mapDerivative({
  symbol: 'product_id',
  fundingRate: 'funding_rate',
  intervalH: () => 1,
  nextFundingAt: (entry) => Math.ceil((iso('time')(entry) ?? Number.NaN) / hourMs) * hourMs,
  at: iso('time'),
})
export const pastFunding = mapDerivative({
  symbol: 'symbol',
  fundingRate: 'funding_rate',
  mark: 'mark_price',
  at: iso(firstOf('event_time', 'time')),
})

export const match = mapContractTrade({
  symbol: 'product_id',
  id: 'match_id',
  price: 'trade_price',
  amount: 'trade_qty',
  side: 'aggressor_side',
  at: iso('time'),
})
/** Advanced names the maker's side. */
export const advancedTrade = mapContractTrade({
  symbol: 'product_id',
  id: 'trade_id',
  price: 'price',
  amount: 'size',
  side: maker('side'),
  at: iso('time'),
})

export const contract = mapContract({
  symbol,
  base: (entry) => name.exec(wordOf(symbol(entry)))?.[1],
  quote: () => 'USDC',
  contractSize: firstOf(details('contract_size'), () => 1),
  state: firstOf(
    // In small letters in the stream.
    lookup(upper('trading_state'), {
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
