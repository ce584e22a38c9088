/** A foreign exchange rate: units of `quote` per unit of `base`. */
export interface ForexRate {
  readonly base: string
  readonly quote: string
  /** Mid price between bid and ask. */
  readonly rate: number
  /** Time of observation, ms UTC. */
  readonly at: number
}

/** Value of one unit of a currency in US dollars, from live cross rates. */
export interface CrossRate {
  readonly usd: number
  /** Wall clock, ms: from then on the underlying quotes are too old and the value is unknown. */
  readonly until: number
  /** True if no market prices the stablecoin used, so that it was assumed to be worth one dollar. */
  readonly assumed: boolean
}

/** Known values by currency code. The value of a missing currency is unknown, not zero. */
export type CrossRates = Readonly<Record<string, CrossRate>>

/**
 * Converts an amount between currencies, e.g. from a pair's quote to the trader's currency.
 *
 * @param now wall clock, ms
 * @returns null if the rate of either currency is unknown or expired
 */
export function convertAmount(
  rates: CrossRates,
  amount: number,
  from: string,
  to: string,
  now: number,
): number | null {
  if (from === to) return amount
  // Currencies are named by the wire, and every object inherits something by the name of `constructor`.
  const [source, target] = [from, to].map((code) => (Object.hasOwn(rates, code) ? rates[code] : undefined))
  if (!source || !target || now >= source.until || now >= target.until) return null
  return (amount * source.usd) / target.usd
}
