import type { VenueTrade } from '../market/venue-trades.ts'
import type { Listing } from '../market/listing.ts'
import type { VenueMarket } from '../market/venue-market.ts'

/**
 * Limits updates per pair to one every `everyMs`.
 *
 * @param everyMs market time
 * @returns takes the trades of a step; returns the pairs traded since the last turn once a turn ends, else none
 */
export function openThrottle(
  venueMarket: VenueMarket,
  everyMs: number,
): (venueTrades: readonly VenueTrade[]) => readonly Listing[] {
  const fresh = new Set<Listing>()
  let turn = Math.floor(venueMarket.now / everyMs)
  return (venueTrades) => {
    for (const { listing } of venueTrades) fresh.add(listing)
    const now = Math.floor(venueMarket.now / everyMs)
    if (now === turn) return []
    turn = now
    const due = [...fresh]
    fresh.clear()
    return due
  }
}
