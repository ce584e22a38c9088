import { own } from '../own-scripts.ts'
import type { PageInputs } from './page-inputs.ts'
import { readTradingPage } from './read-trading-page.ts'

/** What the address of this page says: on a page of a chart site as its own script reads it. */
export function readPage(href: string): PageInputs {
  const { readPage: reader } = own
  // Where it was not set, an element of the page with that id would be it.
  return (reader instanceof Function ? reader : readTradingPage)(href)
}
