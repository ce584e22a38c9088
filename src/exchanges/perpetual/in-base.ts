import type { Contract } from '../../market/contract.ts'
import { number } from '../validate/values.ts'
import type { RawPerpetual } from './raw-perpetual.ts'

// Prices and amounts of all venues are of one unit of the base. What is converted here, and nowhere else: the
// thousands of 1000PEPE, contracts, and amounts in the quote.

/** What the venue's prices and amounts are of. Without a size, the venue's contracts stay unknown. */
export type ContractUnit = Pick<Contract, 'multiplier'> & Partial<Pick<Contract, 'contractSize' | 'margin'>>

const prices = {
  tick: ['last', 'open', 'high', 'low', 'bid', 'ask'],
  trade: ['price'],
  liquidation: ['price'],
  derivative: ['mark', 'index', 'upperLimit', 'lowerLimit'],
} as const
const amounts = {
  tick: 'baseVolume',
  trade: 'amount',
  liquidation: 'amount',
  derivative: 'openInterest',
} as const

type Converted = Extract<RawPerpetual, { type: keyof typeof prices }>

const valuesOf = (raw: Converted) => raw as unknown as Readonly<Record<string, unknown>>

/** Whether rows of this type have prices and amounts. */
export const isConverted = (raw: RawPerpetual): raw is Converted => Object.hasOwn(prices, raw.type)

/**
 * A row with prices and amounts of one unit of the base. An amount that cannot be converted is left out: contracts of
 * unknown size, and inverse ones where the row has no price.
 */
export function inBase(raw: Converted, unit: ContractUnit): Converted {
  const { multiplier } = unit
  const key = amounts[raw.type]
  const values = valuesOf(raw)
  const isInBase = values[key] !== undefined || (raw.contracts === undefined && raw.quoteAmount === undefined)
  if (multiplier === 1 && isInBase) return raw
  const row: Record<string, unknown> = { ...values }
  const amount = isInBase ? number(values[key]) : amountOf(raw, unit)
  row[key] = amount === undefined ? undefined : amount * multiplier
  for (const price of prices[raw.type]) {
    const value = number(values[price])
    if (value !== undefined) row[price] = value / multiplier
  }
  return row as unknown as Converted
}

/** The amount in the unit that the price is for. */
function amountOf(raw: Converted, { contractSize, margin }: ContractUnit): number | undefined {
  const contracts = number(raw.contracts)
  const size = contracts === undefined || contractSize === undefined ? undefined : contracts * contractSize
  if (margin !== 'inverse' && size !== undefined) return size
  const inQuote = number(raw.quoteAmount) ?? size
  const price = priceOf(raw)
  return inQuote === undefined || price === undefined ? undefined : inQuote / price
}

function priceOf(raw: Converted): number | undefined {
  const known =
    raw.type === 'tick' ? raw.last : raw.type === 'derivative' ? (raw.mark ?? raw.index) : raw.price
  const price = number(known)
  return price !== undefined && price > 0 ? price : undefined
}

/** Whether a row's amount is told in a unit that could not be converted. */
export function isUnsized(raw: Converted): boolean {
  const amount = valuesOf(raw)[amounts[raw.type]]
  return amount === undefined && (raw.contracts !== undefined || raw.quoteAmount !== undefined)
}
