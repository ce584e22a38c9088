import type { VenueState } from '../../src/market/venue-state.ts'
import type { Driver } from '../../tools/browsers/driver.ts'
import { storedList } from '../../tools/browsers/stored-values.ts'

/** The stored state of the only venue, or undefined before the first. */
export async function venueState(driver: Driver): Promise<VenueState | undefined> {
  const venues = await storedList(driver, 'venues')
  return venues[0]
}
