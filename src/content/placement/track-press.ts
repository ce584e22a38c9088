/**
 * Returns a function that tells whether a pointer is pressed on the element. Nothing is redrawn meanwhile: a
 * button that moves between press and release would lose the click.
 */
export function trackPress(element: HTMLElement, signal: AbortSignal): () => boolean {
  let pressed = false
  const set = (now: boolean) => () => {
    pressed = now
  }
  element.addEventListener('pointerdown', set(true), { signal })
  for (const end of ['pointerup', 'pointercancel'])
    addEventListener(end, set(false), { capture: true, signal })
  return () => pressed
}
