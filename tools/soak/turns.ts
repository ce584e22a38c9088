/** The turns that a process takes for what waits for no timer: each step of the database takes one. */
export interface Turns {
  /** Lets them pass until nothing waits for one: a disk answers within a moment of a clock that runs so fast. */
  untilIdle(): Promise<void>
}

/** More than any task takes; what goes on for ever must not stop the clock. */
const maxTurns = 100_000

/** Counts what waits for a turn from now on. */
export function countTurns(): Turns {
  const { setImmediate: own } = globalThis
  let waiting = 0
  const counted = (run: (...given: unknown[]) => void, ...given: unknown[]) => {
    waiting++
    return own(() => {
      waiting--
      run(...given)
    })
  }
  Object.assign(globalThis, { setImmediate: counted })
  return {
    async untilIdle() {
      for (let turn = 0; turn < maxTurns; turn++) {
        await new Promise<void>((done) => own(done))
        if (waiting === 0) return
      }
    },
  }
}
