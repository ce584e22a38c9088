import type { CrossRates } from '../../../market/cross-rate.ts'
import type { Across } from '../cross-venue-state.ts'

/** What currencies are worth in dollars now; those of which nothing live is known are missing. */
export function crossRates({ worths }: Across): CrossRates {
  const { dollar } = worths
  if (!dollar) return {}
  return Object.fromEntries(
    [...worths.of].map(([currency, { value, until }]) => [
      currency,
      { usd: value * dollar.value, until: Math.min(until, dollar.until), assumed: dollar.assumed },
    ]),
  )
}
