import { number } from '../../validate/values.ts'
import { exact, seconds } from '../../wire/decoders.ts'
import { asList, type JsonObject } from '../../wire/json.ts'
import { firstOf, lookup, path } from '../../wire/wire-field.ts'
import { wordOf } from '../../wire/word-of.ts'
import type { MakeRows } from '../map-entries.ts'
import {
  mapContract,
  mapContractTick,
  mapContractTrade,
  mapDerivative,
  mapLiquidation,
} from '../map-perpetual.ts'

// What entries of HTX hold, whatever they came in: see `htx.ts`.

export const name = /^([^-]+)-(USDT|HUSD|USD)$/
const isOther = (entry: JsonObject) =>
  (entry.contract_code !== undefined && !name.test(wordOf(entry.contract_code))) ||
  (entry.business_type ?? 'swap') !== 'swap'
export const ifOurs =
  (make: MakeRows): MakeRows =>
  (entry, message) =>
    isOther(entry) ? null : make(entry, message)

export const tick = mapContractTick({
  symbol: 'contract_code',
  last: firstOf('close', 'price'),
  open: 'open',
  high: 'high',
  low: 'low',
  baseVolume: 'amount',
  // `vol` is contracts, but the turnover where `number_of` is the contracts.
  quoteVolume: (entry) => entry.trade_turnover ?? ('number_of' in entry ? entry.vol : undefined),
  count: 'count',
  bid: path('bid', 0),
  ask: path('ask', 0),
  at: 'ts',
})
export const trade = mapContractTrade({
  symbol: 'contract_code',
  id: exact('id'),
  price: 'price',
  // In coins, which older messages lack.
  amount: 'quantity',
  contracts: 'amount',
  side: 'direction',
  at: 'ts',
})

/** Past rates have a time of settlement, the current one that of the next. */
const isPast = (entry: JsonObject) => 'avg_premium_index' in entry || 'realized_rate' in entry
export const funding = mapDerivative({
  symbol: 'contract_code',
  fundingRate: 'funding_rate',
  nextFundingAt: (entry) => (isPast(entry) ? undefined : (entry.settlement_time ?? entry.funding_time)),
  at: (entry) => (isPast(entry) ? entry.funding_time : undefined),
})
export const index = mapDerivative({
  symbol: 'contract_code',
  index: 'index_price',
  at: firstOf('index_ts', 'ts'),
})
/** The difference between a contract and its index, a row a candle. */
export const basis = mapDerivative({ index: 'index_price', at: seconds('id') })
/** Of `swap_price_limit`. */
export const limits = mapDerivative({
  symbol: 'contract_code',
  upperLimit: 'high_limit',
  lowerLimit: 'low_limit',
})
/** Candles of mark and index. */
export const markCandle = mapDerivative({ mark: 'close', at: seconds('id') })
export const indexCandle = mapDerivative({ index: 'close', at: seconds('id') })

const half = (value: unknown) => {
  const n = number(value)
  return n === undefined ? undefined : n / 2
}
/** `volume` is contracts, or coins where `amount_type` is 2; `amount` is coins. All count both sides. */
const isInCoins = (entry: JsonObject) => wordOf(entry.amount_type) === '2'
export const openInterest = mapDerivative({
  symbol: 'contract_code',
  openInterest: (entry) => half(isInCoins(entry) ? entry.volume : entry.amount),
  contracts: (entry) => (isInCoins(entry) ? undefined : half(entry.volume)),
  at: 'ts',
})

export const liquidation = mapLiquidation({
  symbol: 'contract_code',
  side: firstOf('direction', 'side'),
  price: firstOf('price', 'bankrupt_price'),
  // Of v5, which names the side of the position too, `amount` is contracts.
  amount: (entry) => ('position_side' in entry ? undefined : entry.amount),
  contracts: 'volume',
  quoteAmount: 'trade_turnover',
  at: firstOf('created_at', 'liquidation_time'),
})

const states = {
  // 5 to 8 are the settlement of each day, which takes minutes.
  ...{ '1': 'trading', '5': 'trading', '6': 'trading', '7': 'trading', '8': 'trading' },
  ...{ '0': 'delisted', '2': 'prelisting', '3': 'halted', '4': 'halted' },
} as const
const side = (place: 1 | 2) => (entry: JsonObject) => name.exec(wordOf(entry.contract_code))?.[place]
/** The terms of a contract hold its state in a list, beside those of dated futures. */
const ownTerms = ({ contract_infos: terms, contract_code: code }: JsonObject) =>
  (Array.isArray(terms) ? (terms as readonly JsonObject[]) : []).find((each) => each.contract_code === code)
/**
 * Most contracts are of shares, indices, metals and commodities: the list says so in `tradfi_labels`, of some in `labels`
 * alone, among tags of other kinds.
 */
const isTraditional = ({ tradfi_labels: kinds, labels }: JsonObject) =>
  asList(kinds ?? []).length > 0 ||
  asList(labels ?? []).some((label) =>
    /^(?:tradfi|stocks?|indices|metals?|commodities)$/i.test(wordOf(label)),
  )
export const contract = mapContract({
  symbol: 'contract_code',
  base: side(1),
  quote: side(2),
  settle: (entry) => (isInverse(entry) ? side(1) : side(2))(entry),
  margin: (entry) => (isInverse(entry) ? 'inverse' : 'linear'),
  contractSize: firstOf('contract_size', 'instrument_value'),
  state: lookup((entry) => entry.contract_status ?? ownTerms(entry)?.contract_status, states),
  class: (entry) => (isTraditional(entry) ? 'traditional' : 'crypto'),
  intervalH: firstOf('settle_period', 'settlement_period'),
  cap: 'funding_rate_cap',
  floor: 'funding_rate_floor',
  delistingAt: firstOf('delivery_time', (entry: JsonObject) => ownTerms(entry)?.delivery_time),
})
function isInverse(entry: JsonObject): boolean {
  return side(2)(entry) === 'USD'
}
