import browser from 'webextension-polyfill'
import type { Lang } from '../../shared/languages.ts'
import { siteOfUrl } from '../../shared/site-of-url.ts'
import { injectBanner } from './banner-scripts.ts'

/** Time in which the banner of a page that is shown connects, ms. */
const connectMs = 1_000

/** What has to be known of the moment at which a page is shown. */
interface Present {
  /** Ids of the tabs whose banner runs. */
  running(): ReadonlySet<number>
  /** Ids of the venues that are switched on. */
  venues(): Promise<readonly string[]>
  /** The language of the banner. */
  language(): Promise<Lang>
}

/**
 * Runs the banner on pages that come back from the back/forward cache without one: they have the scripts that they
 * left with, hence none if the extension was installed, enabled or allowed on them meanwhile, and in Firefox none if
 * it was updated. Chromium drops such pages at an update. Without the permission `tabs` the browser tells the
 * addresses of those pages only that we may run on.
 */
export function followReturnedPages({ running, venues, language }: Present): void {
  const injectIfMissing = async (tab: number, venue: string) => {
    if (!running().has(tab) && (await venues()).includes(venue)) injectBanner(tab, await language())
  }
  browser.tabs.onUpdated.addListener((tab, { status }, { url = '' }) => {
    const venue = status === 'complete' ? siteOfUrl(url)?.id : undefined
    if (venue !== undefined) setTimeout(() => void injectIfMissing(tab, venue), connectMs)
  })
}
