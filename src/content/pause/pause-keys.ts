/** What would press a button of the page that the trader does not see. */
const presses = ['Enter', ' ']

/** Where the keys of a covered page lead. */
interface Ways {
  readonly onEscape: () => void
  /** The trader looks for a way on by Tab: the first control of the layer. */
  readonly first: () => HTMLElement | null
}

/**
 * Reads the keys of a page that is covered, until the signal aborts: nothing takes the focus by itself, Escape leads on
 * wherever the focus is, Tab leads in, and no key presses what lies beneath.
 *
 * @param host the element of ours, beneath which the page sees no further
 */
export function readKeys(host: Element, { onEscape, first }: Ways, signal: AbortSignal): void {
  const hear = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const within = event.target === host
    if (event.key === 'Escape') onEscape()
    else if (!within && event.key === 'Tab') first()?.focus()
    else if (within || !presses.includes(event.key)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  // Before the page's own listeners, as far as it has none there already.
  addEventListener('keydown', hear, { capture: true, signal })
}
