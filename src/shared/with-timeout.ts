/** The browser or the network gave no answer within the limit. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError'
}

/** How long the browser is waited for, ms: a slow disk at its start may need seconds. */
export const answerLimitMs = 5000

/**
 * The result of a promise that may never settle, as those of a browser can: nothing waits for ever.
 *
 * @param what for the error: "… did not answer"
 * @throws TimeoutError after `limitMs`; what the promise does later is ignored
 */
export async function withTimeout<T>(
  promise: Promise<T>,
  what: string,
  limitMs: number = answerLimitMs,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeoutError(`${what} did not answer`)), limitMs)
  })
  try {
    return await Promise.race([promise, timeout])
  } finally {
    clearTimeout(timer)
  }
}
