import type { Listing } from '../market/listing.ts'
import { plainDecimal } from './plain-decimal.ts'

/** What a contract's prices and amounts are of, where a venue counts contracts or names a coin by the thousand. */
export interface ContractUnit {
  /** Coins that a price is for: 1000 of 1000PEPE. */
  readonly multiplier: number
  /** Units of what the price is for in one contract. */
  readonly contractSize: number
  /** A price of one coin as the venue writes it. */
  priced(price: number): number
  /** Coins as a number of contracts; a fraction, as the tape's amounts are those of spot. */
  contracts(amount: number): number
}

/** Coins. */
export const coinUnit: ContractUnit = {
  multiplier: 1,
  contractSize: 1,
  priced: (price) => price,
  contracts: (amount) => amount,
}

/** The coin that is named and quoted by the thousand where a venue does so. */
const byTheThousand = 'DENT'

const multiplierOf = (base: string) => (base === byTheThousand ? 1000 : 1)

/** The base as such a venue writes it: `1000PEPE`. */
export const multipliedName = (base: string): string => (multiplierOf(base) === 1 ? '' : '1000') + base

/** Without binary rounding noise. */
const tidy = (value: number) => Number(plainDecimal(value))

/**
 * The units of a venue's contracts. A size is a power of ten, so that a contract is worth one to ten units of the quote
 * when it is first asked for.
 *
 * @param sizes whether the venue counts contracts; else their size is 1
 */
export function openContractUnits({
  sizes,
}: {
  readonly sizes: boolean
}): (listing: Listing) => ContractUnit {
  const known = new WeakMap<Listing, ContractUnit>()
  return (listing) => {
    const found = known.get(listing)
    if (found) return found
    const multiplier = multiplierOf(listing.base)
    const price = (listing.tape.last || 1) * listing.rate * multiplier
    const contractSize = sizes ? tidy(10 ** -Math.floor(Math.log10(price))) : 1
    const unit: ContractUnit = {
      multiplier,
      contractSize,
      priced: (value) => tidy(value * multiplier),
      contracts: (amount) => tidy(amount / multiplier / contractSize),
    }
    known.set(listing, unit)
    return unit
  }
}
