import { sendCommand } from '../../shared/messages/send-command.ts'
import { isRunning } from '../own-scripts.ts'

/** Time in which the background brings the banner, ms: it may have to wake first. */
const firstWaitMs = 2_000
const maxWaitMs = 30_000

/**
 * Returns what asks the background to run the banner in this page. Called while there is something to show, it asks at
 * once and then, for a worker that was stopping answers nothing, again after growing waits: until the banner is there.
 */
export function createBannerRequest(): (isWanted: boolean) => void {
  let waitMs = firstWaitMs
  let nextAt = 0
  return (isWanted) => {
    const now = performance.now()
    if (!isWanted) waitMs = firstWaitMs
    if (!isWanted || now < nextAt || isRunning('banner')) return
    nextAt = now + waitMs
    waitMs = Math.min(waitMs * 2, maxWaitMs)
    sendCommand({ kind: 'run-banner' })
  }
}
