import { chartOfPage } from './chart-of-page.ts'
import type { PageInputs } from './page-inputs.ts'

/** What the address of a page of a chart site says. */
export function readChartPage(href: string): PageInputs {
  return { pair: null, isOtherMarket: false, venue: null, chart: chartOfPage(href) }
}
