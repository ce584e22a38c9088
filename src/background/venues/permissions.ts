import type { Exchange, Site } from '../../exchanges/exchange.ts'
import { siteOf, sites } from '../../exchanges/registry.ts'
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

/**
 * The sites of these venues, each with those of its pages that the browser lets us run on: an update may have added a
 * host that has not been asked for yet.
 */
export async function allowedSites(ids: readonly string[]): Promise<readonly Site[]> {
  const known = ids.flatMap((id) => siteOf(id) ?? [])
  const allowed = await Promise.all(
    known.map(async (site) => ({ ...site, pages: await allowedPages(site.pages) })),
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
