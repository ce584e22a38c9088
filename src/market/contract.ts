import type { Listing } from './pair.ts'

/** The markets that a venue may have. */
export const markets = ['spot', 'perpetual'] as const

/** One market of a venue: its own list, prices and trades. */
export type Market = (typeof markets)[number]

/**
 * What a contract is of. `pre-market`: a coin that trades nowhere else yet, so that its index is its own price.
 * `index`: a basket of coins. `traditional`: a share, metal, currency: it jumps when its own market opens.
 * `unknown`: anybody may list there, and the venue does not say.
 */
export const contractClasses = ['crypto', 'pre-market', 'index', 'traditional', 'unknown'] as const

export type ContractClass = (typeof contractClasses)[number]

/** `linear`: settled in the quote or a dollar. `inverse`: settled in the base, one contract is worth units of the quote. */
export const margins = ['linear', 'inverse'] as const

/** A perpetual contract as its venue lists it. Dated futures are none. */
export interface Contract extends Omit<Listing, 'type'> {
  readonly type: 'contract'
  /** The coin itself: PEPE of 1000PEPE, kPEPE and SHIB1000. */
  readonly base: string
  /** Units of `base` that the venue's price is for: 1000 of 1000PEPE, else 1. */
  readonly multiplier: number
  /** Of one contract, before `multiplier`: units of the base, or, of an inverse one, of the quote. */
  readonly contractSize: number
  readonly margin: (typeof margins)[number]
  /** The currency of profit and loss. */
  readonly settle: string
  readonly class: ContractClass
  /** When it ends, ms UTC, where the venue has announced it. */
  readonly delistingAt?: number
  /** Hours between fundings. */
  readonly intervalH?: number
  /** The most and the least that funding can be, a fraction per interval. */
  readonly cap?: number
  readonly floor?: number
  /** The most and the least that an order may ask, as multiples of the mark: 1.15 and 0.85. */
  readonly upperBand?: number
  readonly lowerBand?: number
  /** Its place in the venue's list, from 0, where messages name contracts by it. */
  readonly place?: number
}
