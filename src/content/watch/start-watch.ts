import { abortOnError } from '../abort-on-error.ts'
import { removeEndedLeftovers } from '../host/remove-leftovers.ts'
import { endScript, own } from '../own-scripts.ts'
import { eachVisit } from '../page/each-visit.ts'
import { tellHidden } from '../tell-hidden.ts'
import { watchPage } from './watch-page.ts'

/**
 * Starts to watch this page, in place of what ran there: it has the banner run once there is something to show. A page
 * that has replaced its document is watched anew, for all listeners went with it.
 */
export function startWatch(): void {
  endScript('banner')
  endScript('watch')
  const script = new AbortController()
  own.watch = script
  removeEndedLeftovers()
  // An error never affects or reaches the page.
  eachVisit((life) => abortOnError(life, watchPage, tellHidden)(life, startWatch), script.signal)
}
