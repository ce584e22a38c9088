/** What one unit of a currency is worth in the measure, until a wall clock time, ms. */
export interface Worth {
  readonly value: number
  readonly until: number
}

/** Dollars for one unit of the measure. */
export interface Dollar {
  readonly value: number
  /** Wall clock, ms. */
  readonly until: number
  /** True where dollar coins had to stand for the dollar. */
  readonly assumed: boolean
}

/** What currencies are worth now. */
export interface Worths {
  /** The currency that everything is measured in; empty before the first. */
  readonly measure: string
  readonly of: ReadonlyMap<string, Worth>
  /** Dollars for one unit of the measure; null where no market says it truly. */
  readonly dollar: Dollar | null
}

/** Nothing known of any currency. */
export function unknownWorths(): Worths {
  return { measure: '', of: new Map(), dollar: null }
}
