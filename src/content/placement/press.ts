/**
 * Whether the trader's finger or mouse button is down on the element. Nothing is redrawn meanwhile:
 * a button that moved away between press and release would lose the click.
 */
export function pressOn(element: HTMLElement, signal: AbortSignal): () => boolean {
  let pressed = false
  const set = (now: boolean) => () => {
    pressed = now
  }
  element.addEventListener('pointerdown', set(true), { signal })
  for (const end of ['pointerup', 'pointercancel'])
    addEventListener(end, set(false), { capture: true, signal })
  return () => pressed
}
