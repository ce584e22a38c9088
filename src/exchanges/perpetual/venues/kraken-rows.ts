import { number } from '../../validate/values.ts'
import { iso } from '../../wire/decoders.ts'
import type { JsonObject } from '../../wire/json.ts'
import { coinOf } from '../../wire/kraken-names.ts'
import { firstOf } from '../../wire/wire-field.ts'
import { wordOf } from '../../wire/word-of.ts'
import type { MakeRows } from '../map-entries.ts'
import {
  mapBoth,
  mapContract,
  mapContractTick,
  mapContractTrade,
  mapDerivative,
  mapLiquidation,
} from '../map-perpetual.ts'

// What entries of Kraken hold, whatever they came in: see `kraken.ts`.

export const name = /^P([FI])_(.+?)(USDT|USDC|USD|EUR|GBP)$/i
export const partsOf = (entry: JsonObject) => name.exec(wordOf(entry.symbol ?? entry.product_id)) ?? []
const isInverse = (entry: JsonObject) => partsOf(entry)[1]?.toUpperCase() === 'I'
const isOther = (entry: JsonObject) =>
  (entry.symbol ?? entry.product_id) !== undefined && partsOf(entry).length === 0
export const ifOurs =
  (make: MakeRows): MakeRows =>
  (entry, message) =>
    isOther(entry) ? null : make(entry, message)

const symbol = firstOf('symbol', 'product_id')
/** Of linear contracts, or of inverse ones alone. */
const ifLinear = (field: string) => (entry: JsonObject) => (isInverse(entry) ? undefined : entry[field])
const ifInverse = (field: string) => (entry: JsonObject) => (isInverse(entry) ? entry[field] : undefined)

const volume = firstOf('vol24h', 'volume')
const tick = mapContractTick({
  symbol,
  last: 'last',
  open: firstOf('open24h', 'open'),
  high: firstOf('high24h', 'high'),
  low: firstOf('low24h', 'low'),
  baseVolume: (entry) => (isInverse(entry) ? undefined : volume(entry)),
  quoteAmount: (entry) => (isInverse(entry) ? volume(entry) : undefined),
  quoteVolume: (entry) => (isInverse(entry) ? volume(entry) : entry.volumeQuote),
  bid: 'bid',
  ask: 'ask',
  at: firstOf(iso('lastTime'), 'time'),
})

/**
 * The funding rate of an hour as a fraction of the position. REST gives what one contract pays: dollars a coin, of
 * inverse ones coins a dollar.
 */
function relativeRate(entry: JsonObject): unknown {
  const told = entry.relativeFundingRate ?? entry.relative_funding_rate
  if (told !== undefined) return told
  const paid = number(entry.fundingRate ?? entry.funding_rate)
  const price = number(isInverse(entry) ? (entry.indexPrice ?? entry.index) : entry.markPrice)
  if (paid === undefined || price === undefined || price <= 0) return undefined
  return isInverse(entry) ? paid * price : paid / price
}
export const derivative = mapDerivative({
  symbol,
  mark: 'markPrice',
  index: firstOf('indexPrice', 'index'),
  fundingRate: relativeRate,
  intervalH: (entry) => (relativeRate(entry) === undefined ? undefined : 1),
  nextFundingAt: 'next_funding_rate_time',
  openInterest: ifLinear('openInterest'),
  quoteAmount: ifInverse('openInterest'),
  at: firstOf('time', iso('timestamp')),
})
export const both = mapBoth(tick, derivative)

/** Of `instruments/status`, which calls a contract what it trades. */
const flags = mapDerivative({
  symbol: 'tradeable',
  isDislocated: firstOf('experiencingDislocation', 'isExperiencingDislocation'),
  isVolatile: firstOf('experiencingExtremeVolatility', 'isExperiencingExtremeVolatility'),
})
export const status: MakeRows = (entry, message) =>
  name.test(wordOf(entry.tradeable)) ? flags(entry, message) : null

const fields = {
  symbol: 'product_id',
  id: 'uid',
  price: 'price',
  amount: ifLinear('qty'),
  quoteAmount: ifInverse('qty'),
  side: 'side',
  at: 'time',
} as const
export const fill = mapContractTrade(fields)
export const liquidation = mapLiquidation(fields)
const pastFields = {
  ...fields,
  id: firstOf('uid', 'trade_id'),
  amount: ifLinear('size'),
  quoteAmount: ifInverse('size'),
  at: iso('time'),
}
export const pastTrade = mapContractTrade(pastFields)
export const pastLiquidation = mapLiquidation(pastFields)
export const isLiquidation = ({ type }: JsonObject) => type === 'liquidation'
/** Assignments, terminations and block trades are off the book. */
export const isOnBook = ({ type = 'fill' }: JsonObject) => type === 'fill' || isLiquidation({ type })

export const contract = mapContract({
  symbol: 'symbol',
  base: (entry) => entry.base ?? partsOf(entry)[2],
  quote: (entry) => entry.quote ?? partsOf(entry)[3]?.toUpperCase(),
  settle: (entry) =>
    isInverse(entry)
      ? (entry.base ?? coinOf(wordOf(partsOf(entry)[2]).toUpperCase()))
      : (entry.quote ?? partsOf(entry)[3]),
  margin: (entry) => (isInverse(entry) ? 'inverse' : 'linear'),
  contractSize: 'contractSize',
  state: (entry) => (entry.tradeable === true ? (entry.postOnly === true ? 'halted' : 'trading') : 'halted'),
  // Tokens of shares: AAPLx.
  class: (entry) => (/^[A-Z]+x$/.test(wordOf(entry.base ?? partsOf(entry)[2])) ? 'traditional' : 'crypto'),
  intervalH: () => 1,
  cap: 'maxRelativeFundingRate',
  floor: ({ maxRelativeFundingRate: cap }) => (number(cap) === undefined ? undefined : -Number(cap)),
})
