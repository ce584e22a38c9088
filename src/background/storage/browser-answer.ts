import type { BrowserPart } from '../../shared/browser-parts.ts'
import { storeFaults } from './store-fault.ts'
import { answerLimitMs, TimeoutError, withTimeout } from '../../shared/with-timeout.ts'

const unanswered = new Set<BrowserPart>()

let missed = 0

/** Number of calls so far that were not answered in time. */
export const missedAnswers = () => missed

/** The parts of the browser whose last call was not answered, and why something cannot be stored. */
export const unansweredParts = (): readonly BrowserPart[] =>
  [...unanswered, ...storeFaults(Date.now())].sort()

/**
 * The answer to a call of the browser, which is waited for within a limit.
 *
 * @throws TimeoutError where there is none: the part counts as unanswered until one of its calls is answered,
 *   be it late or with an error
 */
export async function browserAnswer<T>(
  part: BrowserPart,
  call: Promise<T>,
  limitMs: number = answerLimitMs,
): Promise<T> {
  try {
    const answer = await withTimeout(call, `The browser's ${part}`, limitMs)
    unanswered.delete(part)
    return answer
  } catch (error) {
    if (error instanceof TimeoutError) watchLate(part, call)
    else unanswered.delete(part)
    throw error
  }
}

function watchLate(part: BrowserPart, call: Promise<unknown>): void {
  missed++
  unanswered.add(part)
  const clear = () => void unanswered.delete(part)
  call.then(clear, clear)
}
