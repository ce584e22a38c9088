import { chartedOn } from '../../exchanges/sites/charts/charted-on.ts'
import { chartSiteOfUrl } from '../../exchanges/sites/charts/chart-sites.ts'
import { isSureCoin } from '../../market/sure-coins.ts'
import type { PageOfPair } from './pair-of-page.ts'

/** What a page of a chart site shows. */
export interface ChartOfPage {
  /** Id of the site. */
  readonly site: string
  readonly coin: string
  /** Whether its ticker means the same coin at every venue. */
  readonly isSure: boolean
  /** The market that the page names; null where it names the coin alone. */
  readonly market: PageOfPair | null
}

/** What a page of a chart site shows, or null where it is none or shows no coin that is known for sure. */
export function chartOfPage(href: string): ChartOfPage | null {
  const site = chartSiteOfUrl(href)
  const charted = site && chartedOn(site.id, href)
  if (!site || !charted) return null
  const ofCoin = (coin: string) => ({ site: site.id, coin, isSure: isSureCoin(coin) })
  if ('coin' in charted) return { ...ofCoin(charted.coin), market: null }
  const { venue, shown } = charted
  const { base, quote, isRead } = shown
  return { ...ofCoin(base), market: { pair: { venue, base, quote }, isOtherMarket: !isRead } }
}
