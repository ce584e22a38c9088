import type { Market } from '../../market/contract.ts'
import type { ShownPair } from '../exchange.ts'
import { sites } from '../registry.ts'
import { shownOnFurtherHost } from './further-hosts.ts'
import { shownOnHyperliquid } from './hyperliquid.ts'

/** What is known of a page by its address alone: a pair on a venue's market. */
export interface Page {
  readonly exchange: string
  readonly base: string
  readonly quote: string
  readonly market: Market
}

const page = (exchange: string, { base, quote, market }: ShownPair): Page => ({
  exchange,
  base,
  quote,
  market,
})

/**
 * What an address shows on any venue's site, those included on which no banner runs: regional ones, and venues that
 * are not watched. Null elsewhere. Names are upper case; the base of a perpetual is the coin itself.
 */
export function pageAt(href: string): Page | null {
  for (const site of sites) {
    const shown = site.shownOn(href) ?? shownOnFurtherHost(site, href)
    if (shown) return page(site.id, shown)
  }
  const shown = shownOnHyperliquid(href)
  return shown && page('hyperliquid', shown)
}
