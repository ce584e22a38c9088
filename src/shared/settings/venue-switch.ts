import { exchangeIdOf } from '../../market/venue-id.ts'
import { browser } from '../web-extension.ts'
import { forex } from '../../exchanges/forex.ts'
import { registeredInJapan } from '../../exchanges/sites/japan.ts'
import { siteOf } from '../../exchanges/registry.ts'
import { changeSettings, settings } from './settings-item.ts'

/** Origins granted at installation, which cannot be revoked. */
const requiredOrigins = () => browser.runtime.getManifest().host_permissions ?? []

/** All origins an exchange needs: hosts for the data of its markets and pages for the banner. */
export function originsOf(id: string): string[] {
  const site = siteOf(id)
  return site ? [...new Set([...site.hosts, ...(site.perpetual?.hosts ?? []), ...site.pages])] : []
}

/** Further origins requested with a venue: foreign exchange rates (USD/JPY) if it quotes in yen. */
const extraOrigins = (id: string): readonly string[] => (registeredInJapan.has(id) ? forex.hosts : [])

/** All origins that are requested with these venues. */
export function requestedOrigins(ids: readonly string[]): string[] {
  return [...new Set(ids.flatMap((id) => [...originsOf(id), ...extraOrigins(id)]))]
}

/** Stores that an exchange is on or off. */
async function saveVenueSwitch(id: string, on: boolean): Promise<void> {
  await changeSettings((present) => {
    const others = present.venues.filter((known) => known !== id)
    return { ...present, venues: on ? [...others, id] : others }
  })
}

/**
 * Switches an exchange on or off, with all its markets. On: requests permission for its origins, so it must be called synchronously within a
 * click handler. Off: requests stop and the permission is revoked; collected data is kept.
 *
 * @returns whether it succeeded; false if the trader declined. Rejects if the settings cannot be stored.
 */
export async function switchVenue(venue: string, on: boolean): Promise<boolean> {
  const id = exchangeIdOf(venue)
  const origins = originsOf(id)
  if (origins.length === 0) return false
  if (on) {
    if (!(await browser.permissions.request({ origins: [...origins, ...extraOrigins(id)] }))) return false
    await saveVenueSwitch(id, true)
    return true
  }
  await saveVenueSwitch(id, false)
  const { venues } = await settings.get()
  const unused = venues.some((known) => registeredInJapan.has(known)) ? [] : extraOrigins(id)
  const revocable = [...origins, ...unused].filter((origin) => !requiredOrigins().includes(origin))
  // Browsers reject if an origin was granted at installation: then there is nothing to revoke.
  await browser.permissions.remove({ origins: revocable }).catch(() => false)
  return true
}

/**
 * Switches several venues on with a single permission prompt, for the first run. Must be called synchronously
 * within a click handler, like `switchVenue`.
 *
 * @returns false if the trader declined: then none is switched on
 */
export async function switchVenuesOn(ids: readonly string[]): Promise<boolean> {
  const origins = requestedOrigins(ids)
  if (!(await browser.permissions.request({ origins }))) return false
  await changeSettings((present) => ({ ...present, venues: [...new Set([...present.venues, ...ids])] }))
  return true
}
