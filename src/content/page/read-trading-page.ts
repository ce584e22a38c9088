import { siteOfUrl } from '../../shared/site-of-url.ts'
import type { PageInputs } from './page-inputs.ts'
import { pairOfPage } from './pair-of-page.ts'

/** What the address of a page of a venue says. */
export function readTradingPage(href: string): PageInputs {
  const page = pairOfPage(href)
  return {
    pair: page?.pair ?? null,
    isOtherMarket: page?.isOtherMarket === true,
    venue: siteOfUrl(href)?.id ?? null,
    chart: null,
  }
}
