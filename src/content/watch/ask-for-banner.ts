import { deliverCommand } from '../../shared/messages/send-command.ts'
import { isRunning } from '../own-scripts.ts'

/** From a request that nobody heard, e.g. of a worker that is starting, to the next, ms; it grows. */
const firstWaitMs = 200
const maxWaitMs = 30_000
/** Time in which the browser runs the banner that the background has injected, ms. */
const injectionMs = 3_000

/**
 * Returns what asks the background to run the banner in this page. Called while there is something to show, it asks at
 * once and, where nobody heard it, again after growing waits: until the banner is there.
 */
export function createBannerRequest(signal: AbortSignal): (isWanted: boolean) => void {
  let isWanted = false
  let waitMs = firstWaitMs
  let timer: ReturnType<typeof setTimeout> | undefined
  let isAsking = false
  signal.addEventListener('abort', () => clearTimeout(timer))

  async function ask(): Promise<void> {
    timer = undefined
    if (!isWanted || isRunning('banner')) return
    isAsking = true
    const isHeard = await deliverCommand({ kind: 'run-banner' })
    isAsking = false
    if (signal.aborted) return
    timer = setTimeout(() => void ask(), isHeard ? Math.max(injectionMs, waitMs) : waitMs)
    waitMs = Math.min(waitMs * 2, maxWaitMs)
  }
  return (wanted) => {
    isWanted = wanted
    if (!wanted) {
      clearTimeout(timer)
      timer = undefined
      waitMs = firstWaitMs
    }
    if (wanted && !isAsking && timer === undefined) void ask()
  }
}
