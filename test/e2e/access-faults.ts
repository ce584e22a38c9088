import axe from 'axe-core'
import type { ExtensionPage } from '../../tools/browsers/driver.ts'

const run = (within: string) =>
  `axe.run(${JSON.stringify(within)}).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`

/** The WCAG violations axe finds in a page, one line per element; `within` selects the part to check. */
export async function accessFaults(
  page: Pick<ExtensionPage, 'evaluate'>,
  within = 'html',
): Promise<string[]> {
  await page.evaluate(`${axe.source}; true`)
  return page.evaluate(run(within))
}
