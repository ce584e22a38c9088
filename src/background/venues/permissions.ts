import type { Exchange, Site } from '../../exchanges/exchange.ts'
import { siteOf, sites } from '../../exchanges/registry.ts'
import { chartSites } from '../../exchanges/sites/charts/chart-sites.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import { changeSettings, settings } from '../../shared/settings/settings-item.ts'
import { originsOf } from '../../shared/settings/venue-switch.ts'
import { browser } from '../../shared/web-extension.ts'
import { browserAnswer } from '../storage/browser-answer.ts'

/** @throws TimeoutError where the browser does not answer */
const areGranted = (origins: readonly string[]) =>
  browserAnswer('permissions', browser.permissions.contains({ origins: [...origins] }))

/** Whether the browser grants access to all hosts of a venue; `unanswered` where it does not say. */
export const hasHostAccess = ({ hosts }: Pick<Exchange, 'hosts'>, unanswered: boolean) =>
  areGranted(hosts).catch(() => unanswered)

/** A site whose pages are watched. */
export interface WatchedSite extends Pick<Site, 'id' | 'pages'> {
  /** Whether it is a chart site; else it is a venue's. */
  readonly isChart: boolean
}

/**
 * The venues' sites and chart sites that are switched on, each with those of its pages that the browser lets us run on:
 * an update may have added a host that has not been asked for yet.
 */
export async function allowedSites(
  settings: Pick<Settings, 'venues' | 'chartSites'>,
): Promise<readonly WatchedSite[]> {
  const venues = settings.venues.flatMap((id) => siteOf(id) ?? [])
  const charts = chartSites.filter(({ id }) => settings.chartSites.includes(id))
  const known = [
    ...venues.map((site) => ({ ...site, isChart: false })),
    ...charts.map((site) => ({ ...site, isChart: true })),
  ]
  const allowed = await Promise.all(
    known.map(async ({ id, isChart, pages }) => ({ id, isChart, pages: await allowedPages(pages) })),
  )
  return allowed.filter(({ pages }) => pages.length > 0)
}

async function allowedPages(pages: readonly string[]): Promise<readonly string[]> {
  // Where we may not run, a script is refused: there is no harm in the attempt.
  const isAllowed = await Promise.all(pages.map((page) => areGranted([page]).catch(() => true)))
  return pages.filter((_, i) => isAllowed[i])
}

/**
 * Switches on the venues that these newly granted origins complete. The popup that requested them cannot do it:
 * the browser's permission prompt may have closed it.
 */
export async function enableGrantedVenues(origins: readonly string[]): Promise<void> {
  const { venues } = await settings.get()
  const candidates = sites.filter(
    ({ id }) => !venues.includes(id) && originsOf(id).some((origin) => origins.includes(origin)),
  )
  const isComplete = await Promise.all(
    candidates.map(({ id }) => areGranted(originsOf(id)).catch(() => false)),
  )
  const granted = candidates.filter((_, i) => isComplete[i]).map(({ id }) => id)
  if (granted.length === 0) return
  await changeSettings((present) => ({ ...present, venues: [...new Set([...present.venues, ...granted])] }))
}
