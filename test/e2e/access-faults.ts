import axe from 'axe-core'
import type { ExtensionPage } from '../../tools/browsers/driver.ts'

/** Only what is read: selectors of elements, and results without a fault, take their time too. */
const options = { resultTypes: ['violations'], selectors: false }

const run = (within: string) =>
  `axe.run(${JSON.stringify(within)}, ${JSON.stringify(options)}).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`

/** The WCAG violations axe finds in a page, one line per element; `within` selects the part to check. */
export async function accessFaults(
  page: Pick<ExtensionPage, 'evaluate'>,
  within = 'html',
): Promise<string[]> {
  // Once a document: to define it takes longer than a check.
  if (!(await page.evaluate<boolean>(`'axe' in globalThis`))) await page.evaluate(`${axe.source}; true`)
  return page.evaluate(run(within))
}
