/** What the popup's keys act on. */
export interface KeyTargets {
  readonly search: HTMLInputElement | null
  /** The rows in the order shown. */
  readonly rows: () => readonly HTMLElement[]
  /** Has every row drawn. */
  readonly all: () => void
  /** Acts on the row that has the focus: `mute` opens its menu. */
  readonly mute: (row: HTMLElement) => void
  readonly watch: (row: HTMLElement) => void
  readonly details: (row: HTMLElement) => void
  /** Empties the search; false where it is empty already. */
  readonly clear: () => boolean
}

/** Acts on a key pressed anywhere in the popup. Enter is the button's own; Escape on an empty search closes the popup. */
export function onKey(
  event: KeyboardEvent,
  { search, rows: rowsNow, all, clear, ...deeds }: KeyTargets,
): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const rows = rowsNow()
  const typing = event.target === search
  const at = rows.findIndex((row) => row === document.activeElement)
  const act = (deed: (row: HTMLElement) => void) => () =>
    !typing && rows[at] !== undefined && (deed(rows[at]), true)
  const goTo = (i: number) => (i < 0 ? search : rows[Math.min(i, rows.length - 1)])?.focus()
  const acts: Readonly<Record<string, () => boolean>> = {
    ArrowDown: () => (goTo(at + 1), true),
    ArrowUp: () => !typing && (goTo(at - 1), true),
    Home: () => !typing && (goTo(0), true),
    End: () => !typing && (all(), requestAnimationFrame(() => rowsNow().at(-1)?.focus()), true),
    '/': () => !typing && (search?.focus(), true),
    m: act(deeds.mute),
    w: act(deeds.watch),
    d: act(deeds.details),
    Escape: clear,
  }
  if (acts[event.key.length === 1 ? event.key.toLowerCase() : event.key]?.()) event.preventDefault()
}
