import type { PerpetualRow } from '../../market/derivative.ts'
import type { Raw } from '../validate/raw-row.ts'

/** An amount in a unit of the venue, which `inBase` converts. Of a ticker: its rolling volume. */
export interface VenueAmount {
  /** Contracts, whose size stands in the listing. */
  readonly contracts?: unknown
  /** Units of the quote. */
  readonly quoteAmount?: unknown
}

type RawOf<R extends PerpetualRow> = R extends PerpetualRow ? Raw<R> & VenueAmount : never

/**
 * What an adapter makes of one entry. Prices are of the venue's unit (of 1000PEPE a thousand coins), amounts either in
 * that unit, under our names, or as a `VenueAmount`; base names are the venue's.
 */
export type RawPerpetual = RawOf<PerpetualRow>
