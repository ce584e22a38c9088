/** Value of one unit of a currency, in the numeraire. */
export interface CurrencyValue {
  readonly value: number
  /** Wall clock, ms. */
  readonly validUntil: number
}

/** Value of one unit of the numeraire, in US dollars. */
export interface DollarValue {
  readonly value: number
  /** Wall clock, ms. */
  readonly validUntil: number
  /** True if stablecoins had to stand for the dollar. */
  readonly assumed: boolean
}

/** What currencies are worth at one moment. */
export interface Valuation {
  /** The currency in which all values are expressed; empty before the first valuation. */
  readonly numeraire: string
  readonly values: ReadonlyMap<string, CurrencyValue>
  /** Null if no reliable dollar price is known. */
  readonly dollar: DollarValue | null
}

/** A valuation without any currency. */
export function emptyValuation(): Valuation {
  return { numeraire: '', values: new Map(), dollar: null }
}
