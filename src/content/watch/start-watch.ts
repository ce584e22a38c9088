import { abortOnError } from '../abort-on-error.ts'
import { removeLeftovers } from '../host/remove-leftovers.ts'
import { endScript, own } from '../own-scripts.ts'
import { eachVisit } from '../page/each-visit.ts'
import type { PageInputs } from '../page/page-inputs.ts'
import { tellHidden } from '../tell-hidden.ts'
import { watchPage } from './watch-page.ts'

/**
 * Starts to watch this page, in place of what ran there: it has the banner run once there is something to show. A page
 * that has replaced its document is watched anew, for all listeners went with it.
 *
 * @param readPage reads the address of the page
 */
export function startWatch(readPage: (href: string) => PageInputs): void {
  endScript('banner')
  endScript('watch')
  const script = new AbortController()
  own.watch = script
  removeLeftovers()
  // An error never affects or reaches the page.
  const startAgain = () => startWatch(readPage)
  const begin = (life: AbortController) => watchPage(life, readPage, startAgain)
  eachVisit((life) => abortOnError(life, begin, tellHidden)(life), script.signal)
}
