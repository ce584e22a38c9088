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

/** A timer in the queue; `run` is null once it is cleared, so that nothing of it is kept until it is due. */
interface Waiting {
  readonly id: number
  readonly at: number
  /** Of timers due at one time, the one that was set first comes first. */
  readonly order: number
  run: (() => void) | null
  readonly everyMs: number | null
}

export function openTimers(): Timers {
  const known = new Map<number, Waiting>()
  /** A binary heap: the first due is at the top. */
  const heap: Waiting[] = []
  let [last, orders] = [0, 0]

  function push(id: number, at: number, run: () => void, everyMs: number | null): void {
    const waiting: Waiting = { id, at, order: ++orders, run, everyMs }
    known.set(id, waiting)
    rise(heap, waiting)
  }
  return {
    add(run, at, everyMs) {
      push(++last, at, run, everyMs ?? null)
      return last
    },
    clear(id) {
      const waiting = known.get(id as number)
      if (!waiting) return
      known.delete(waiting.id)
      waiting.run = null
    },
    take(until) {
      for (let first = heap[0]; first; first = heap[0]) {
        if (first.run && first.at > until) return null
        sink(heap)
        const { id, at, run, everyMs } = first
        if (!run) continue
        known.delete(id)
        // Under its old id, so that whoever set it can clear it.
        if (everyMs !== null) push(id, at + everyMs, run, everyMs)
        return { at, run }
      }
      return null
    },
  }
}

const isBefore = (a: Waiting, b: Waiting) => a.at < b.at || (a.at === b.at && a.order < b.order)

/** Adds to a heap. */
function rise(heap: Waiting[], added: Waiting): void {
  let place = heap.push(added) - 1
  for (;;) {
    const above = (place - 1) >> 1
    const parent = heap[above]
    if (!parent || !isBefore(added, parent)) break
    heap[place] = parent
    place = above
  }
  heap[place] = added
}

/** Takes the top out of a heap. */
function sink(heap: Waiting[]): void {
  const moved = heap.pop()
  if (!moved || heap.length === 0) return
  let place = 0
  for (;;) {
    const [left, right] = [heap[2 * place + 1], heap[2 * place + 2]]
    if (!left) break
    const isRight = right !== undefined && isBefore(right, left)
    const child = isRight ? right : left
    if (!isBefore(child, moved)) break
    heap[place] = child
    place = 2 * place + (isRight ? 2 : 1)
  }
  heap[place] = moved
}
