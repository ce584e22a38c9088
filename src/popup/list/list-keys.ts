/** What the popup's keys do. */
export interface ListKeyActions {
  readonly search: HTMLInputElement | null
  /** The rendered rows, in order. */
  readonly rows: () => readonly HTMLElement[]
  /** Renders every row. */
  readonly showAll: () => void
  /** Opens the mute menu of the focused row. */
  readonly mute: (row: HTMLElement) => void
  readonly watch: (row: HTMLElement) => void
  readonly details: (row: HTMLElement) => void
  readonly notHelpful: (row: HTMLElement) => void
  /** Clears the search; false where it is empty already. */
  readonly clear: () => boolean
}

/**
 * Handles a key pressed anywhere in the popup. Enter is left to the focused button, Escape with an empty search to
 * the browser, which closes the popup.
 */
export function handleListKey(
  event: KeyboardEvent,
  { search, rows: getRows, showAll, clear, ...rowActions }: ListKeyActions,
): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const rows = getRows()
  const isTyping = event.target === search
  const at = rows.findIndex((row) => row === document.activeElement)
  const onRow = (action: (row: HTMLElement) => void) => () =>
    !isTyping && rows[at] !== undefined && (action(rows[at]), true)
  const focusRow = (i: number) => (i < 0 ? search : rows[Math.min(i, rows.length - 1)])?.focus()
  /** Each returns whether the key was handled. */
  const handlers: Readonly<Record<string, () => boolean>> = {
    ArrowDown: () => (focusRow(at + 1), true),
    ArrowUp: () => !isTyping && (focusRow(at - 1), true),
    Home: () => !isTyping && (focusRow(0), true),
    End: () => !isTyping && (showAll(), requestAnimationFrame(() => getRows().at(-1)?.focus()), true),
    '/': () => !isTyping && (search?.focus(), true),
    m: onRow(rowActions.mute),
    w: onRow(rowActions.watch),
    d: onRow(rowActions.details),
    n: onRow(rowActions.notHelpful),
    Escape: clear,
  }
  if (handlers[event.key.length === 1 ? event.key.toLowerCase() : event.key]?.()) event.preventDefault()
}
