import type { Across, Coin, Place } from '../cross-venue-state.ts'
import { agreedMedian } from '../prices/agreed-median.ts'
import { kinOf } from '../identity/same-coin.ts'
import type { Outside } from '../context.ts'
import type { PairQuote } from '../prices/pair-quote.ts'
import { gapOf } from '../prices/price.ts'
import { otherUnit, referenceTolerance } from '../settings.ts'

/** How far a place is from the other venues now. */
export interface Gap {
  /** The pair that is farthest, and what it should be near, in its quote. */
  readonly pair: PairQuote
  readonly reference: number
  /** Fraction, above 0 or below. */
  readonly value: number
  /** Venues that agree on the reference. */
  readonly others: number
  /** Whether the one other venue, where it is only one, has moved as much of late: then it may be the one that is off. */
  readonly doubtful: boolean
}

/**
 * Holds a place against the median of the others: same coin, trading, fresh, agreed among themselves, and free to
 * move coins (a venue whose doors are shut has a price of its own).
 *
 * @returns null where that is not known
 */
export function measureGap(across: Across, coin: Coin, place: Place, outside: Outside): Gap | null {
  const others = kinOf(coin, place).filter(({ venue }) => outside.suspended(venue, coin.base) === null)
  const agreed = agreedMedian(
    others.map(({ price }) => price),
    referenceTolerance,
  )
  if (!agreed) return null
  let widest: Gap | null = null
  for (const pair of place.pairs) {
    const worth = across.worths.of.get(pair.quote)
    if (pair.value === 0 || !worth) continue
    const reference = agreed.value / worth.value
    const value = gapOf(pair, reference)
    if (value + 1 >= otherUnit || value + 1 <= 1 / otherUnit) continue
    if (widest && Math.abs(value) <= Math.abs(widest.value)) continue
    const only = agreed.count === 1 ? others[0]! : null
    const doubtful =
      only !== null && (only.gap !== null || moved(only.price, only) >= moved(pair.value, place))
    widest = { pair, reference, value, others: agreed.count, doubtful }
  }
  return widest
}

/** How far a price is from its place's own half-hour mean, ln. */
function moved(price: number, { slow }: Place): number {
  return slow === null ? 0 : Math.abs(Math.log(price) - slow)
}
