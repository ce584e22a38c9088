/**
 * Wraps a callback: an error in it removes the banner, is told by `onError` and never thrown into the page.
 */
export function abortOnError<T extends readonly unknown[]>(
  life: AbortController,
  callback: (...args: T) => void,
  onError: () => void,
): (...args: T) => void {
  return (...args) => {
    try {
      if (!life.signal.aborted) callback(...args)
    } catch {
      life.abort()
      onError()
    }
  }
}
