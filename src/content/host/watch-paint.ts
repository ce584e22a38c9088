/** How soon an element counts as not painted after it was last seen, ms. */
const delayMs = 200

interface Entry extends IntersectionObserverEntry {
  /** Missing where the browser does not measure it. */
  readonly isVisible?: boolean
}

/**
 * Watches whether elements are painted in full: above all else, also above what lets the pointer through, and not
 * faded, filtered or scaled down. Only Chromium measures this; elsewhere the answer is always yes.
 * Reference: https://w3c.github.io/IntersectionObserver/v2/
 *
 * @param onChange called when the answer for one of them may be another
 */
export function watchPaint(
  elements: readonly Element[],
  signal: AbortSignal,
  onChange: () => void,
): (element: Element) => boolean {
  const unpainted = new Set<Element>()
  const observer = new IntersectionObserver(
    (entries: readonly Entry[]) => {
      for (const { target, isVisible } of entries)
        if (isVisible === false) unpainted.add(target)
        else unpainted.delete(target)
      onChange()
    },
    { trackVisibility: true, delay: delayMs } as IntersectionObserverInit,
  )
  for (const element of elements) observer.observe(element)
  signal.addEventListener('abort', () => observer.disconnect())
  return (element) => !unpainted.has(element)
}
