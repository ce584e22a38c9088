import { type ChartSite, chartSites } from '../../exchanges/sites/charts/chart-sites.ts'
import { browser } from '../web-extension.ts'
import { changeSettings } from './settings-item.ts'

/**
 * Switches a chart site on or off. On: requests permission for its pages, so it must be called synchronously within a
 * click handler. Off: the permission is revoked.
 *
 * @returns whether it succeeded; false if the trader declined. Rejects if the settings cannot be stored.
 */
export async function switchChartSite({ id, pages }: ChartSite, on: boolean): Promise<boolean> {
  const origins = [...pages]
  if (on && !(await browser.permissions.request({ origins }))) return false
  await changeSettings((present) => {
    const others = present.chartSites.filter((known) => known !== id)
    return { ...present, chartSites: on ? [...others, id] : others }
  })
  // Where nothing was granted, e.g. on another machine that shares the settings, there is nothing to revoke.
  if (!on) await browser.permissions.remove({ origins }).catch(() => false)
  return true
}

/**
 * Calls back with the ids of the chart sites that the browser permits, now and whenever a permission changes. Where it
 * does not say, a site counts as permitted.
 */
export function followAllowedChartSites(
  callback: (ids: readonly string[]) => void,
  signal: AbortSignal,
): void {
  const check = async () => {
    const isAllowed = await Promise.all(
      chartSites.map(({ pages }) => browser.permissions.contains({ origins: [...pages] }).catch(() => true)),
    )
    if (!signal.aborted) callback(chartSites.filter((_, i) => isAllowed[i]).map(({ id }) => id))
  }
  const listener = () => void check()
  const { onAdded, onRemoved } = browser.permissions
  for (const event of [onAdded, onRemoved]) event.addListener(listener)
  signal.addEventListener('abort', () => {
    for (const event of [onAdded, onRemoved]) event.removeListener(listener)
  })
  listener()
}
