/** An act that ends the banner's life where it fails, and never throws into the page. */
export function guarded(life: AbortController, act: () => void): () => void {
  return () => {
    try {
      if (!life.signal.aborted) act()
    } catch {
      life.abort()
    }
  }
}
