/**
 * What a perpetual market told of one contract at one moment; null: not known then. Of a market as a whole only what is
 * liquidated is told.
 */
export interface ContractFigures {
  /** Market time, ms UTC. */
  readonly at: number
  /** The last price against the mark, and the mark against the index, fractions: 0.01 is one percent above it. */
  readonly lastToMark: number | null
  readonly markToIndex: number | null
  /** Units of the base, one side. */
  readonly openInterest: number | null
  /** What was liquidated of each side within the minute before, USD: of most venues the least that it can be. */
  readonly longs: number | null
  readonly shorts: number | null
  /** A fraction, by eight hours whatever its interval. */
  readonly funding: number | null
}
