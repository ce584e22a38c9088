/** An event as a trader makes it, not a script. */
export function trusted<T extends Event>(event: T): T {
  return Object.defineProperty(event, 'isTrusted', { value: true })
}

/** Clicks as a trader does. */
export function clickOn(element: Element | null | undefined): void {
  element?.dispatchEvent(
    trusted(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true })),
  )
}
