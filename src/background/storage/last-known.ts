import { answerLimitMs, withTimeout } from '../../shared/with-timeout.ts'

/** Whoever tells the trader something waits no longer than this (ms) for what was read before. */
export const patienceMs = 1000

/**
 * Reads a stored value again and again; of a storage that fails or does not answer soon, what was read last.
 *
 * @param fallback stands in until something was read
 */
export function lastKnown<T>(read: () => Promise<T>, fallback: T): () => Promise<T> {
  let known = fallback
  let hasRead = false
  const reread = async () => {
    known = await read()
    hasRead = true
  }
  return async () => {
    await withTimeout(reread(), 'The storage', hasRead ? patienceMs : answerLimitMs).catch(() => undefined)
    return known
  }
}
