import { type Contract, contractClasses, margins } from '../../market/contract.ts'
import { adlRisks, type Derivative, type Liquidation, type PerpetualRow } from '../../market/derivative.ts'
import { listingStates } from '../../market/pair.ts'
import {
  maxAmount,
  maxBand,
  maxContractSize,
  maxFundingRate,
  maxIntervalH,
  maxMultiplier,
} from '../validate/limits.ts'
import type { Raw, Writable } from '../validate/raw-row.ts'
import { name } from '../validate/text-values.ts'
import { setIfPresent, validateError, wordOf } from '../validate/validate-row.ts'
import { validateTick, validateTrade } from '../validate/validate-tick.ts'
import { amount, id, number, positive, price, time } from '../validate/values.ts'
import type { RawPerpetual } from './raw-perpetual.ts'

/** The fields without which a row is dropped; of a derivative one of its figures will do. */
export const neededFields: Readonly<Record<RawPerpetual['type'], readonly string[]>> = {
  tick: ['symbol', 'last'],
  trade: ['symbol', 'price', 'amount', 'side', 'at'],
  derivative: ['symbol', 'mark', 'fundingRate', 'openInterest'],
  liquidation: ['symbol', 'side', 'price', 'amount', 'at'],
  contract: ['symbol', 'base', 'quote', 'settle', 'contractSize', 'state'],
  error: ['message'],
}

/** A rate, a fraction per interval, that funding can have. */
function rate(value: unknown): number | undefined {
  const n = number(value)
  return n !== undefined && Math.abs(n) <= maxFundingRate ? n : undefined
}

function interval(value: unknown): number | undefined {
  const hours = positive(value)
  return hours !== undefined && hours <= maxIntervalH ? hours : undefined
}

const flag = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined)

/** A limit of orders as a multiple of the mark, on its side of it. */
function band(value: unknown, side: 1 | -1): number | undefined {
  const multiple = positive(value)
  return multiple !== undefined && side * (multiple - 1) > 0 && multiple <= maxBand ? multiple : undefined
}

/** A valid row, or null where it tells nothing. An impossible value is left out. */
function validateDerivative(raw: Raw<Derivative>, at: number): Derivative | null {
  const symbol = name(raw.symbol)
  if (symbol === undefined) return null
  const row: Writable<Derivative> = { type: 'derivative', symbol, at: time(raw.at) ?? at }
  setIfPresent<Derivative, 'mark'>(row, 'mark', price(raw.mark))
  setIfPresent<Derivative, 'index'>(row, 'index', price(raw.index))
  setIfPresent<Derivative, 'fundingRate'>(row, 'fundingRate', rate(raw.fundingRate))
  setIfPresent<Derivative, 'intervalH'>(row, 'intervalH', interval(raw.intervalH))
  setIfPresent<Derivative, 'nextFundingAt'>(row, 'nextFundingAt', time(raw.nextFundingAt))
  setIfPresent<Derivative, 'openInterest'>(row, 'openInterest', amount(raw.openInterest))
  setIfPresent<Derivative, 'cap'>(row, 'cap', rate(raw.cap))
  setIfPresent<Derivative, 'floor'>(row, 'floor', rate(raw.floor))
  setIfPresent<Derivative, 'upperLimit'>(row, 'upperLimit', price(raw.upperLimit))
  setIfPresent<Derivative, 'lowerLimit'>(row, 'lowerLimit', price(raw.lowerLimit))
  setIfPresent<Derivative, 'adlRisk'>(row, 'adlRisk', wordOf(raw.adlRisk, adlRisks))
  setIfPresent<Derivative, 'isDislocated'>(row, 'isDislocated', flag(raw.isDislocated))
  setIfPresent<Derivative, 'isVolatile'>(row, 'isVolatile', flag(raw.isVolatile))
  return Object.keys(row).length > 3 ? row : null
}

function validateLiquidation(raw: Raw<Liquidation>): Liquidation | null {
  const symbol = name(raw.symbol)
  const paid = price(raw.price)
  const size = positive(raw.amount)
  const at = time(raw.at)
  const { side } = raw
  if (symbol === undefined || paid === undefined || size === undefined || at === undefined) return null
  if ((side !== 'buy' && side !== 'sell') || paid * size > maxAmount) return null
  const row: Writable<Liquidation> = { type: 'liquidation', symbol, side, price: paid, amount: size, at }
  setIfPresent<Liquidation, 'id'>(row, 'id', id(raw.id))
  return row
}

function validateContract(raw: Raw<Contract>): Contract | null {
  const symbol = name(raw.symbol)
  const [base, quote] = [name(raw.base), name(raw.quote)]
  const state = wordOf(raw.state, listingStates)
  const contractSize = positive(raw.contractSize)
  const multiplier = positive(raw.multiplier)
  if (symbol === undefined || base === undefined || quote === undefined || state === undefined) return null
  if (contractSize === undefined || contractSize > maxContractSize) return null
  if (multiplier === undefined || multiplier > maxMultiplier) return null
  const row: Writable<Contract> = {
    type: 'contract',
    symbol,
    base,
    quote,
    state,
    contractSize,
    multiplier,
    settle: name(raw.settle) ?? quote,
    margin: wordOf(raw.margin, margins) ?? 'linear',
    class: wordOf(raw.class, contractClasses) ?? 'crypto',
  }
  setIfPresent<Contract, 'delistingAt'>(row, 'delistingAt', time(raw.delistingAt))
  setIfPresent<Contract, 'intervalH'>(row, 'intervalH', interval(raw.intervalH))
  setIfPresent<Contract, 'cap'>(row, 'cap', rate(raw.cap))
  setIfPresent<Contract, 'floor'>(row, 'floor', rate(raw.floor))
  setIfPresent<Contract, 'upperBand'>(row, 'upperBand', band(raw.upperBand, 1))
  setIfPresent<Contract, 'lowerBand'>(row, 'lowerBand', band(raw.lowerBand, -1))
  setIfPresent<Contract, 'place'>(row, 'place', amount(raw.place))
  return row
}

/**
 * A valid row of the raw row's type, or null.
 *
 * @param at time of receipt, ms UTC: stands in where a ticker or a derivative has no time
 */
export function validatePerpetual(raw: RawPerpetual, at: number): PerpetualRow | null {
  switch (raw.type) {
    case 'tick':
      return validateTick(raw, at)
    case 'trade':
      return validateTrade(raw)
    case 'derivative':
      return validateDerivative(raw, at)
    case 'liquidation':
      return validateLiquidation(raw)
    case 'contract':
      return validateContract(raw)
    case 'error':
      return validateError(raw)
  }
}
