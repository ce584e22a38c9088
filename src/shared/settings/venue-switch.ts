import browser from 'webextension-polyfill'
import { forex } from '../../exchanges/forex.ts'
import { registeredInJapan } from '../../exchanges/sites/japan.ts'
import { siteOf } from '../../exchanges/registry.ts'
import { changeSettings, settings } from './settings-item.ts'

/** What is granted at install and cannot be given back. */
const required = () => browser.runtime.getManifest().host_permissions ?? []

/** Everything a venue needs to be allowed: its hosts, and its pages for the banner. */
export function originsOf(id: string): string[] {
  const site = siteOf(id)
  return site ? [...new Set([...site.hosts, ...site.pages])] : []
}

/** What is asked for along with a venue: what a dollar costs in yen, where it quotes in yen. */
const alongWith = (id: string): readonly string[] => (registeredInJapan.has(id) ? forex.hosts : [])

/** The settings' venues with one of them switched. */
async function keepSwitched(id: string, on: boolean): Promise<void> {
  await changeSettings((present) => {
    const others = present.venues.filter((known) => known !== id)
    return { ...present, venues: on ? [...others, id] : others }
  })
}

/**
 * Switches a venue on or off. On: asks for its hosts, so it must be called within the trader's click, before
 * anything is waited for. Off: the requests stop and the permission is given back; nothing learnt is forgotten.
 *
 * @returns whether it is done; false where the trader declined. Rejects where the settings could not be stored.
 */
export async function switchVenue(id: string, on: boolean): Promise<boolean> {
  const origins = originsOf(id)
  if (origins.length === 0) return false
  if (on) {
    if (!(await browser.permissions.request({ origins: [...origins, ...alongWith(id)] }))) return false
    await keepSwitched(id, true)
    return true
  }
  await keepSwitched(id, false)
  const { venues } = await settings.get()
  const spare = venues.some((known) => registeredInJapan.has(known)) ? [] : alongWith(id)
  const given = [...origins, ...spare].filter((origin) => !required().includes(origin))
  // A browser that lets nobody give back what it granted at install has nothing to take.
  await browser.permissions.remove({ origins: given }).catch(() => false)
  return true
}

/**
 * Switches several venues on with one question of the browser's, for the first run. To be called within the
 * trader's click, as `switchVenue`.
 *
 * @returns false where the trader declined: then none is switched on
 */
export async function switchOn(ids: readonly string[]): Promise<boolean> {
  const origins = [...new Set(ids.flatMap((id) => [...originsOf(id), ...alongWith(id)]))]
  if (!(await browser.permissions.request({ origins }))) return false
  await changeSettings((present) => ({ ...present, venues: [...new Set([...present.venues, ...ids])] }))
  return true
}
