import axe from 'axe-core'
import type { Popup } from '../browsers/driver.ts'

const run = `axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`

/** What axe finds in the open popup against WCAG, one line per element. */
export async function accessFaults(popup: Popup): Promise<string[]> {
  await popup.evaluate(`${axe.source}; true`)
  return popup.evaluate(run)
}
