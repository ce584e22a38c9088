import { median } from '../../../stats/median.ts'
import { venueShift } from '../../thresholds.ts'
import type { CrossVenueState } from '../cross-venue-state.ts'
import { peersMedian } from './usual-gap.ts'

/** How far (log) all coins of a venue stand from the other venues, by venue: measured when it is first asked. */
export type VenueShifts = Map<string, number>

/**
 * The median distance of a venue's coins from where they stand elsewhere: its currency's premium, or a crash of its
 * own. That is no gap of a single coin. 0 where too few coins can be compared.
 */
export function venueShiftOf({ coins }: CrossVenueState, venue: string, known: VenueShifts): number {
  const before = known.get(venue)
  if (before !== undefined) return before
  const distances: number[] = []
  for (const coin of coins.values()) {
    const here = coin.venueCoins.find((venueCoin) => venueCoin.venue === venue)
    const there = here && here.price > 0 ? peersMedian(coin, here) : null
    if (here && there !== null) distances.push(Math.log(here.price / there))
  }
  const enough = distances.length >= venueShift.minCoins
  const shift = enough ? median(Float64Array.from(distances), distances.length) : 0
  known.set(venue, shift)
  return shift
}
