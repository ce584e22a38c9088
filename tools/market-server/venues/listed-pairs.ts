import type { Listing } from '../market/listing.ts'
import type { VenueMarket } from '../market/venue-market.ts'

/** What is on the list of a venue whose list knows no states: a pair that was taken out of trade is not. */
export const listedPairs = (venueMarket: VenueMarket): readonly Listing[] =>
  venueMarket.listings.filter((listing) => venueMarket.status(listing) !== 'HALT')

/** The pairs that have a price. */
export const pricedPairs = (listings: readonly Listing[]): readonly Listing[] =>
  listings.filter(({ tape }) => tape.last > 0)
