import type { Market } from '../../market/contract.ts'
import type { ShownPair } from '../exchange.ts'
import { sites } from '../registry.ts'
import { chartedOn } from './charts/charted-on.ts'
import { chartSites } from './charts/chart-sites.ts'
import { shownOnFurtherHost } from './further-hosts.ts'

/** What is known of a page by its address alone: a pair on a venue's market, or a coin. */
export interface Page {
  readonly exchange?: string
  readonly base: string
  readonly quote?: string
  readonly market?: Market
  /** Of a page that is no venue's own: the site. */
  readonly site?: string
}

const pageOf = (exchange: string, { base, quote, market }: ShownPair): Page => ({
  exchange,
  base,
  quote,
  market,
})

/** Escapes of letters, digits and `-._~`, which mean the same without (RFC 3986, 2.3). */
const needless = /%(?:2[DE]|3\d|[46][1-9A-F]|[57][0-9A]|5F|7E)/gi

/**
 * What an address shows, on any venue's site and on sites of charts and of coins, those included on which no banner
 * runs: regional companies, venues that are not watched. Null elsewhere. Names are upper case; the base of a perpetual
 * is the coin itself.
 */
export function pageAt(address: string): Page | null {
  const href = address.replace(needless, (escape) => decodeURIComponent(escape))
  for (const site of sites) {
    const shown = site.shownOn(href) ?? shownOnFurtherHost(site, href)
    if (shown) return pageOf(site.id, shown)
  }
  return chartPage(href)
}

function chartPage(href: string): Page | null {
  for (const { id: site } of chartSites) {
    const charted = chartedOn(site, href)
    if (charted && 'coin' in charted) return { base: charted.coin, site }
    if (charted) return { ...pageOf(charted.venue, charted.shown), site }
  }
  return null
}
