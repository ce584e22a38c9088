/** A call that is due at a time, ms. */
interface Timer {
  readonly at: number
  readonly run: () => void
}

/** Timers in the order in which they are due. */
export interface Timers {
  /** @param everyMs repeats the call; absent: it runs once */
  add(run: () => void, at: number, everyMs?: number): number
  clear(id: unknown): void
  /** Takes out the first timer that is due by `until`. */
  take(until: number): Timer | null
}

export function openTimers(): Timers {
  const waiting = new Map<number, Timer & { readonly everyMs?: number }>()
  let last = 0
  return {
    add(run, at, everyMs) {
      waiting.set(++last, { at, run, ...(everyMs !== undefined && { everyMs }) })
      return last
    },
    clear: (id) => void waiting.delete(id as number),
    take(until) {
      let first: number | null = null
      let at = until
      for (const [id, timer] of waiting) {
        if (timer.at > at || (timer.at === at && first !== null)) continue
        first = id
        at = timer.at
      }
      const timer = first === null ? undefined : waiting.get(first)
      if (first === null || !timer) return null
      waiting.delete(first)
      // Under its old id, so that whoever set it can clear it.
      if (timer.everyMs !== undefined) waiting.set(first, { ...timer, at: timer.at + timer.everyMs })
      return timer
    },
  }
}
