import type { ForexRate } from '../../../market/cross-rate.ts'
import type { CrossVenueState } from '../cross-venue-state.ts'

/** Takes new forex rates. Known rates of other currency pairs are kept until they are too old. */
export function takeForexRates(state: CrossVenueState, rates: readonly ForexRate[]): void {
  const isKept = (known: ForexRate) =>
    !rates.some(({ base, quote }) => base === known.base && quote === known.quote)
  state.forex = [...state.forex.filter(isKept), ...rates]
}
