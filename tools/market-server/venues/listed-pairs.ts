import type { Listing } from '../market/listing.ts'
import type { VenueMarket } from '../market/venue-market.ts'

/** The pairs of a venue whose list has no states: a halted pair is missing from it. */
export const listedPairs = (venueMarket: VenueMarket): readonly Listing[] =>
  venueMarket.listings.filter((listing) => venueMarket.status(listing) !== 'HALT')

/** The pairs that have a price. */
export const pricedPairs = (listings: readonly Listing[]): readonly Listing[] =>
  listings.filter(({ tape }) => tape.last > 0)
