import type { VenueState } from '../../src/market/venue-state.ts'
import type { Driver } from '../../tools/browsers/driver.ts'

/** The stored state of the only venue, or undefined before the first. */
export async function venueState(driver: Driver): Promise<VenueState | undefined> {
  const { venues } = await driver.inExtension<{ venues?: VenueState[] }>('chrome.storage.local.get("venues")')
  return venues?.[0]
}
