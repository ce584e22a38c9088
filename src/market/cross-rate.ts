/** One rate of the foreign exchange market: units of `quote` for one `base`. */
export interface ForexRate {
  readonly base: string
  readonly quote: string
  /** The middle between bid and ask. */
  readonly rate: number
  /** ms UTC of the observation. */
  readonly at: number
}

/** What one unit of a currency is worth in US dollars, by live crosses. */
export interface CrossRate {
  readonly usd: number
  /** Wall clock, ms: from then on the crosses it rests on are too old, and the value is unknown. */
  readonly until: number
  /** True where no market said what a dollar coin is worth, so that one was taken for a dollar. */
  readonly assumed: boolean
}

/** Every currency whose worth is known, by its name. A currency that is missing is unknown, not worthless. */
export type CrossRates = Readonly<Record<string, CrossRate>>

/**
 * An amount of one currency in another, e.g. of a pair's quote in the trader's own.
 *
 * @param now wall clock, ms
 * @returns null where either is unknown, or known only by crosses that are too old by now
 */
export function worthIn(
  rates: CrossRates,
  amount: number,
  from: string,
  to: string,
  now: number,
): number | null {
  if (from === to) return amount
  const given = rates[from]
  const wanted = rates[to]
  if (!given || !wanted || now >= given.until || now >= wanted.until) return null
  return (amount * given.usd) / wanted.usd
}
