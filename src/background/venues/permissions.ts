import browser from 'webextension-polyfill'
import type { Exchange, Site } from '../../exchanges/exchange.ts'
import { siteOf, sites } from '../../exchanges/registry.ts'
import { changeSettings, settings } from '../../shared/settings/settings-item.ts'
import { originsOf } from '../../shared/settings/venue-switch.ts'

/** Whether the browser lets us ask all hosts of a venue. */
export const mayAsk = ({ hosts }: Pick<Exchange, 'hosts'>) =>
  browser.permissions.contains({ origins: [...hosts] })

/** The sites of these venues on whose pages the browser lets us show something. */
export async function allowedSites(ids: readonly string[]): Promise<readonly Site[]> {
  const known = ids.flatMap((id) => siteOf(id) ?? [])
  const may = await Promise.all(
    known.map(({ pages }) => browser.permissions.contains({ origins: [...pages] })),
  )
  return known.filter((_, i) => may[i])
}

/**
 * The trader allowed these origins: venues that now have all they need are switched on. Whoever asked may not
 * live to see the answer, for the browser's question closes the popup.
 */
export async function switchOnGranted(origins: readonly string[]): Promise<void> {
  const { venues } = await settings.get()
  const touched = sites.filter(
    ({ id }) => !venues.includes(id) && originsOf(id).some((origin) => origins.includes(origin)),
  )
  const whole = await Promise.all(
    touched.map(({ id }) => browser.permissions.contains({ origins: originsOf(id) })),
  )
  const granted = touched.filter((_, i) => whole[i]).map(({ id }) => id)
  if (granted.length === 0) return
  await changeSettings((present) => ({ ...present, venues: [...new Set([...present.venues, ...granted])] }))
}
