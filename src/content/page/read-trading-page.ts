import { siteOfUrl } from '../../shared/site-of-url.ts'
import type { PageInputs } from './page-inputs.ts'
import { pairOfPage } from './pair-of-page.ts'

/** What the address of a page of a venue says. */
export function readTradingPage(href: string): PageInputs {
  const site = siteOfUrl(href)
  const page = site && pairOfPage(site, href)
  return {
    pair: page?.pair ?? null,
    isOtherMarket: page?.isOtherMarket === true,
    venue: site?.id ?? null,
    chart: null,
  }
}
