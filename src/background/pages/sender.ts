import type { Runtime } from 'webextension-polyfill'
import { chartSiteOfUrl } from '../../exchanges/sites/charts/chart-sites.ts'
import { siteOfUrl } from '../../shared/site-of-url.ts'
import { browser } from '../../shared/web-extension.ts'

/** Who sends a message: a page of the extension, or the banner on a trading page or on a chart site. */
export type Sender =
  | { readonly kind: 'own-page' }
  | {
      readonly kind: 'trading-page'
      /** Id of the venue, host name of the page, and the tab it is in. */
      readonly venue: string
      readonly host: string
      readonly tab: number | undefined
    }
  /** It is of no venue, and shows no pair's live figures. */
  | { readonly kind: 'chart-page'; readonly host: string; readonly tab: number | undefined }

/** The sender as the browser names it, which a page cannot forge; null where it is none of them. */
export function senderOf({ url, tab }: Pick<Runtime.MessageSender, 'url' | 'tab'>): Sender | null {
  if (url === undefined) return null
  if (url.startsWith(browser.runtime.getURL(''))) return { kind: 'own-page' }
  const site = siteOfUrl(url)
  if (!site && !chartSiteOfUrl(url)) return null
  const from = { host: new URL(url).host, tab: tab?.id }
  return site ? { kind: 'trading-page', venue: site.id, ...from } : { kind: 'chart-page', ...from }
}
