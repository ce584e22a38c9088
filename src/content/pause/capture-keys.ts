/** Keys that would press a button of the covered page. */
const activationKeys = ['Enter', ' ']

/** What the keys do while the page is covered. */
interface KeyHandlers {
  readonly onEscape: () => void
  /** The first control of the layer, which Tab focuses. */
  readonly firstControl: () => HTMLElement | null
}

/**
 * Handles keys while the page is covered, until the signal aborts. The layer takes no focus by itself: Escape
 * works wherever the focus is, Tab moves it into the layer, and no key presses a button of the page.
 *
 * @param host our element: events from inside its closed shadow root have it as target
 */
export function captureKeys(
  host: Element,
  { onEscape, firstControl }: KeyHandlers,
  signal: AbortSignal,
): void {
  const onKeyDown = (event: KeyboardEvent) => {
    // A page can make events of its own: they do not answer for the trader.
    if (!event.isTrusted || event.ctrlKey || event.metaKey || event.altKey) return
    const isInside = event.target === host
    if (event.key === 'Escape') onEscape()
    else if (!isInside && event.key === 'Tab') firstControl()?.focus()
    else if (isInside || !activationKeys.includes(event.key)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  // Capturing on window comes before listeners of the page, unless it registered one there earlier.
  addEventListener('keydown', onKeyDown, { capture: true, signal })
}
