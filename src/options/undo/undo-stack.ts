/** How long a change can be undone (ms). */
const undoableMs = 10_000

/** A change that can be undone. */
export interface UndoEntry {
  /** Name of what was changed. */
  readonly what: string
  /** Reverts the change. Resolves to false where that failed. */
  readonly revert: () => Promise<boolean>
  /** Successive changes with the same key (steps of a slider) become one entry; null: never merged. */
  readonly mergeKey: string | null
  /** By the page's monotonic clock (ms): no wall clock that is set makes it shorter or longer. */
  readonly expiresAt: number
}

/** What the undo bar shows. */
export interface UndoState {
  /** The last thing that happened. */
  readonly message: { readonly kind: 'changed' | 'undone'; readonly what: string } | null
  /** Name of the change that would be undone next; null without any. */
  readonly next: string | null
}

/** Keeps every change for 10 s, so that it can be undone; the last one first. */
export interface UndoStack {
  /** Records a change and returns its entry. */
  push(what: string, revert: () => Promise<boolean>, mergeKey?: string | null): UndoEntry
  /** Removes the entry of a change that failed. */
  remove(entry: UndoEntry): void
  undo(): Promise<void>
  /** While on, nothing expires: the trader is at the undo bar. When off again, entries last another 10 s. */
  hold(on: boolean): void
  undoState(): UndoState
}

/** @param onChange called whenever `undoState` may differ */
export function createUndoStack(onChange: () => void, signal: AbortSignal): UndoStack {
  let stack: readonly UndoEntry[] = []
  let message: UndoState['message'] = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isHeld = false

  /** Drops expired entries and schedules the next expiry. */
  function expire(): void {
    clearTimeout(timer)
    if (isHeld) return
    const now = performance.now()
    stack = stack.filter(({ expiresAt }) => expiresAt > now)
    const [first] = stack
    if (!first) message = null
    else timer = setTimeout(() => (expire(), onChange()), first.expiresAt - now)
  }
  signal.addEventListener('abort', () => clearTimeout(timer))

  return {
    push(what, revert, mergeKey = null) {
      const last = stack.at(-1)
      const merged = mergeKey !== null && last?.mergeKey === mergeKey ? last : null
      const expiresAt = performance.now() + undoableMs
      const entry = { what, revert: merged?.revert ?? revert, mergeKey, expiresAt }
      stack = [...(merged ? stack.slice(0, -1) : stack), entry]
      message = { kind: 'changed', what }
      expire()
      onChange()
      return entry
    },
    remove(entry) {
      stack = stack.filter((each) => each !== entry)
      message = null
      expire()
      onChange()
    },
    async undo() {
      const last = stack.at(-1)
      if (!last) return
      stack = stack.slice(0, -1)
      onChange()
      if (await last.revert()) message = { kind: 'undone', what: last.what }
      onChange()
    },
    hold(on) {
      isHeld = on
      const until = performance.now() + undoableMs
      if (!on) stack = stack.map((each) => ({ ...each, expiresAt: Math.max(each.expiresAt, until) }))
      expire()
      onChange()
    },
    undoState: () => ({ message, next: stack.at(-1)?.what ?? null }),
  }
}
