import type { CrossVenueContext } from '../cross-venue-context.ts'
import type { Coin, CrossVenueState, VenueCoin } from '../cross-venue-state.ts'
import { sameCoinPeers } from '../identity/same-coin-peers.ts'
import { agreedMedian } from '../../value/agreed-median.ts'
import { gapOf } from '../prices/price.ts'
import type { QuotedPair } from '../prices/quoted-pair.ts'
import { crossTolerance, redenominationRatio, referenceTolerance } from '../settings.ts'
import { gapScale } from './usual-gap.ts'

/** The current distance of a venue's coin from the other venues. */
export interface VenueGap {
  /** The pair with the widest gap. */
  readonly pair: QuotedPair
  /** What the other venues agree on, in the pair's quote currency. */
  readonly reference: number
  /** Fraction of the reference, signed. */
  readonly value: number
  /** Number of venues that agree on the reference. */
  readonly others: number
  /** The only other venue has recently moved as far, or has a gap itself: it may be the one that is off. */
  readonly isAmbiguous: boolean
}

/**
 * Compares a venue's coin with the median of the same coin at the others that have a fresh price, agree, and allow
 * deposits and withdrawals: without those, a venue has a price of its own.
 *
 * @returns null if unknown
 */
export function measureGap(
  state: CrossVenueState,
  coin: Coin,
  venueCoin: VenueCoin,
  context: CrossVenueContext,
): VenueGap | null {
  const others = sameCoinPeers(coin, venueCoin).filter(
    ({ venue }) => context.suspendedSince(venue, coin.base) === null,
  )
  const median = agreedMedian(
    others.map(({ price }) => price),
    referenceTolerance * gapScale(venueCoin),
  )
  if (!median) return null
  const only = median.count === 1 ? others[0]! : null
  let widest: VenueGap | null = null
  for (const pair of venueCoin.pairs) {
    const quoteValue = valueHere(state, venueCoin.venue, pair.quote)
    if (pair.value === 0 || quoteValue === null) continue
    const reference = median.value / quoteValue
    const value = gapOf(pair, reference)
    if (value + 1 >= redenominationRatio || value + 1 <= 1 / redenominationRatio) continue
    if (widest && Math.abs(value) <= Math.abs(widest.value)) continue
    const isAmbiguous =
      only !== null &&
      (only.gapEpisode !== null || recentMove(only.price, only) >= recentMove(pair.value, venueCoin))
    widest = { pair, reference, value, others: median.count, isAmbiguous }
  }
  return widest
}

/**
 * What a quote currency is worth at the venue itself, where that differs: a dollar coin off its peg at one venue moves
 * all prices in it there, and none of the coins.
 */
function valueHere({ coins, valuation }: CrossVenueState, venue: string, currency: string): number | null {
  const everywhere = valuation.values.get(currency)?.value
  if (everywhere === undefined) return null
  const here = coins.get(currency)?.venueCoins.find((venueCoin) => venueCoin.venue === venue)?.price ?? 0
  return here > 0 && Math.abs(Math.log(here / everywhere)) > crossTolerance ? here : everywhere
}

/** Distance of a price from the venue coin's own mean, log. */
function recentMove(price: number, { meanLogPrice }: VenueCoin): number {
  return meanLogPrice === null ? 0 : Math.abs(Math.log(price) - meanLogPrice)
}
