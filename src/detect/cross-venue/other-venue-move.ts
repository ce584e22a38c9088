import type { Evidence } from '../../market/evidence.ts'
import type { Coin, CrossVenueState, VenueCoin } from './cross-venue-state.ts'
import { sameCoinPeers } from './identity/same-coin-peers.ts'
import { sampledPriceAt } from './identity/sample-coin.ts'

/**
 * The median move of the same coin at the other venues since a time. Samples reach back 20 minutes; an earlier
 * start is measured from the oldest sample, and the evidence carries the actual window.
 *
 * @param from wall clock, ms
 * @param now wall clock, ms
 * @param clockLeadMs market time of the venue minus wall clock
 * @returns null if no other venue is known to list the same coin, or none had a price at that time
 */
export function otherVenueMove(
  state: CrossVenueState,
  venue: string,
  base: string,
  from: number,
  now: number,
  clockLeadMs: number,
): Evidence | null {
  const coin = state.coins.get(base)
  const here = coin?.venueCoins.find((venueCoin) => venueCoin.venue === venue)
  if (!coin || !here) return null
  const moves = sameCoinPeers(coin, here).flatMap((peer) => moveSince(coin, peer, from) ?? [])
  if (moves.length === 0) return null
  moves.sort((a, b) => a.move - b.move)
  const median = (moves[(moves.length - 1) >> 1]!.move + moves[moves.length >> 1]!.move) / 2
  return {
    sign: 'other-venues',
    value: median,
    unit: 'fraction',
    windowMs: now - Math.min(...moves.map(({ at }) => at)),
    count: moves.length,
    at: now + clockLeadMs,
  }
}

function moveSince(coin: Coin, venueCoin: VenueCoin, from: number): { at: number; move: number } | null {
  const before = sampledPriceAt(coin, venueCoin, from)
  return before && { at: before.at, move: venueCoin.price / before.price - 1 }
}
