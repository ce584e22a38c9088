/** A press that lasts longer loses its click, ms: a page can keep the end of one to itself. */
const maxPressMs = 3_000

/**
 * Returns a function that tells whether a pointer is pressed on the element. Nothing is redrawn meanwhile: a
 * button that moves between press and release would lose the click.
 */
export function trackPress(element: HTMLElement, signal: AbortSignal): () => boolean {
  let pressedAt = -Infinity
  element.addEventListener('pointerdown', () => (pressedAt = performance.now()), { signal })
  for (const end of ['pointerup', 'pointercancel'])
    addEventListener(end, () => (pressedAt = -Infinity), { capture: true, signal })
  return () => performance.now() - pressedAt < maxPressMs
}
