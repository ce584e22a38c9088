import type { Coin, VenueCoin } from '../cross-venue-state.ts'
import { identityProof } from '../settings.ts'
import { isSureCoin } from '../../../market/sure-coins.ts'

/**
 * Joins the venues of a coin whose ticker is known to mean the same everywhere, without waiting for a proof: each as
 * soon as its price agrees with another's. A venue that gives the ticker to another coin does not.
 */
export function joinSureCoin({ base, venueCoins }: Coin): void {
  if (!isSureCoin(base)) return
  for (const venueCoin of venueCoins) {
    if (venueCoin.price === 0 || hasPeers(venueCoins, venueCoin)) continue
    const near = venueCoins.filter((other) => other !== venueCoin && isNear(venueCoin, other))
    // With those who agree already rather than with another that has yet to join.
    const other = near.find((each) => hasPeers(venueCoins, each)) ?? near[0]
    if (other) venueCoin.identity = other.identity
  }
}

const hasPeers = (venueCoins: readonly VenueCoin[], { identity, venue }: VenueCoin) =>
  venueCoins.some((other) => other.identity === identity && other.venue !== venue)

const isNear = (a: VenueCoin, b: VenueCoin) =>
  b.price > 0 && Math.abs(Math.log(a.price / b.price)) <= identityProof.maxDistance
