import { chartedOn } from '../../exchanges/sites/charts/charted-on.ts'
import { chartSiteOfUrl } from '../../exchanges/sites/charts/chart-sites.ts'
import type { Pair } from '../../market/pair.ts'
import { isSureCoin } from '../../market/sure-coins.ts'
import { perpetualIdOf } from '../../market/venue-id.ts'

/** What a page of a chart site shows. */
export interface ChartOfPage {
  /** Id of the site. */
  readonly site: string
  readonly coin: string
  /** Whether its ticker means the same coin at every venue. */
  readonly isSure: boolean
  /** The market that the page names; null where it names the coin alone. */
  readonly market: Pair | null
}

/** What a page of a chart site shows, or null where it is none or shows no coin that is known for sure. */
export function chartOfPage(href: string): ChartOfPage | null {
  const site = chartSiteOfUrl(href)
  const charted = site && chartedOn(site.id, href)
  if (!site || !charted) return null
  const ofCoin = (coin: string) => ({ site: site.id, coin, isSure: isSureCoin(coin) })
  if ('coin' in charted) return { ...ofCoin(charted.coin), market: null }
  const { base, quote, market } = charted.shown
  // Where perpetual markets are not read, what is flagged on spot is of the other market of the same exchange.
  const venue = market === 'perpetual' ? perpetualIdOf(charted.venue) : charted.venue
  return { ...ofCoin(base), market: { venue, base, quote } }
}
