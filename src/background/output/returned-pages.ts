import { chartSiteOfUrl } from '../../exchanges/sites/charts/chart-sites.ts'
import { siteOfUrl } from '../../shared/site-of-url.ts'
import { browser } from '../../shared/web-extension.ts'
import { injectWatch } from './banner-scripts.ts'

/** Time in which the script of a page that is shown connects, ms. */
const connectMs = 1_000

/** What has to be known of the moment at which a page is shown. */
interface Present {
  /** Ids of the tabs in which our script runs. */
  running(): ReadonlySet<number>
  /** Ids of the venues and chart sites that are switched on. */
  sites(): Promise<readonly string[]>
}

/**
 * Watches pages that come back from the back/forward cache without our script: they have the scripts that they
 * left with, hence none if the extension was installed, enabled or allowed on them meanwhile, and in Firefox none if
 * it was updated. Chromium drops such pages at an update. Without the permission `tabs` the browser tells the
 * addresses of those pages only that we may run on.
 */
export function followReturnedPages({ running, sites }: Present): void {
  const injectIfMissing = async (tab: number, site: string, isChart: boolean) => {
    if (!running().has(tab) && (await sites()).includes(site)) injectWatch(tab, isChart)
  }
  browser.tabs.onUpdated.addListener((tab, { status }, { url = '' }) => {
    if (status !== 'complete') return
    const [venue, chart] = [siteOfUrl(url), chartSiteOfUrl(url)]
    const site = venue ?? chart
    if (site) setTimeout(() => void injectIfMissing(tab, site.id, venue === null), connectMs)
  })
}
