/** How long a change can be undone, ms. */
const GRACE = 10_000

/** A change that can be undone. */
export interface Done {
  readonly what: string
  /** Takes it back; false where that failed. */
  readonly revert: () => Promise<boolean>
  /** Changes of one slider or spinner share it and are undone together; null: stands alone. */
  readonly fold: string | null
  /** Wall clock, ms. */
  readonly until: number
}

/** What the bar says: the last thing that happened, and what could be undone. */
export interface UndoState {
  readonly said: { readonly kind: 'changed' | 'undone'; readonly what: string } | null
  /** Name of what would be undone; null where nothing can be. */
  readonly next: string | null
}

/** Keeps every change for 10 s so that it can be undone, the last one first. */
export interface Undoing {
  /** Tells of a change. Returns its entry. */
  did(what: string, revert: () => Promise<boolean>, fold?: string | null): Done
  /** A change that did not come about. */
  forget(entry: Done): void
  undo(): Promise<void>
  /** Stops the clock while the trader is at the bar; starts it anew after. */
  hold(on: boolean): void
  undoState(): UndoState
}

/** @param onChange called whenever the state is different */
export function createUndoing(onChange: () => void, signal: AbortSignal): Undoing {
  let stack: readonly Done[] = []
  let said: UndoState['said'] = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let held = false

  /** Lets go of what is over and looks again when the next one will be. */
  function tidy(): void {
    clearTimeout(timer)
    if (held) return
    const now = Date.now()
    stack = stack.filter(({ until }) => until > now)
    const last = stack.at(-1)
    const first = stack[0]
    if (!last || !first) said = null
    else timer = setTimeout(() => (tidy(), onChange()), first.until - now)
  }
  signal.addEventListener('abort', () => clearTimeout(timer))

  return {
    did(what, revert, fold = null) {
      const last = stack.at(-1)
      const folded = fold !== null && last?.fold === fold
      const entry = { what, revert: folded ? last.revert : revert, fold, until: Date.now() + GRACE }
      stack = [...(folded ? stack.slice(0, -1) : stack), entry]
      said = { kind: 'changed', what }
      tidy()
      onChange()
      return entry
    },
    forget(entry) {
      stack = stack.filter((each) => each !== entry)
      said = null
      tidy()
      onChange()
    },
    async undo() {
      const last = stack.at(-1)
      if (!last) return
      stack = stack.slice(0, -1)
      onChange()
      if (await last.revert()) said = { kind: 'undone', what: last.what }
      onChange()
    },
    hold(on) {
      held = on
      const until = Date.now() + GRACE
      if (!on) stack = stack.map((each) => ({ ...each, until: Math.max(each.until, until) }))
      tidy()
      onChange()
    },
    undoState: () => ({ said, next: stack.at(-1)?.what ?? null }),
  }
}
