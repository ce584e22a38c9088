/** Wraps a callback: an error in it removes the banner and is never thrown into the page. */
export function abortOnError(life: AbortController, callback: () => void): () => void {
  return () => {
    try {
      if (!life.signal.aborted) callback()
    } catch {
      life.abort()
    }
  }
}
