import axe from 'axe-core'
import type { ExtensionPage } from '../../tools/browsers/driver.ts'

const run = (within: string) =>
  `axe.run(${JSON.stringify(within)}).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`

/** What axe finds in a page against WCAG, one line per element; `within` is the selector of what it looks at. */
export async function accessFaults(
  page: Pick<ExtensionPage, 'evaluate'>,
  within = 'html',
): Promise<string[]> {
  await page.evaluate(`${axe.source}; true`)
  return page.evaluate(run(within))
}
