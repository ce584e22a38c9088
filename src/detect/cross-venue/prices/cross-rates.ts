import type { CrossRates } from '../../../market/cross-rate.ts'
import type { CrossVenueState } from '../cross-venue-state.ts'

/** Current US dollar values of all currencies with live crosses; others are missing. */
export function crossRates({ valuation }: CrossVenueState): CrossRates {
  const { dollar } = valuation
  if (!dollar) return {}
  return Object.fromEntries(
    [...valuation.values].map(([currency, { value, validUntil }]) => [
      currency,
      {
        usd: value * dollar.value,
        until: Math.min(validUntil, dollar.validUntil),
        assumed: dollar.assumed,
      },
    ]),
  )
}
