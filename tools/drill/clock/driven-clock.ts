import { drivenSignals } from './signals.ts'
import { openTimers } from './timers.ts'

/** The clock of a drill, in place of the process's own: nothing happens between two calls of `pass`. */
export interface DrivenClock {
  /** True time, ms UTC: what a correct clock would show. */
  readonly now: number
  /** Lets time pass and runs what is due, each timer at its own moment. */
  pass(ms: number): Promise<void>
  /** The computer's clock is wrong by so much (ms) from now on; timers and `performance.now` are not. */
  setError(ms: number): void
  /** Puts the process's own clock back. */
  restore(): void
}

/** Runs all that needs no timer: promises, bodies and frames that are decoded off the stack. */
const settle = () => new Promise<void>((done) => setImmediate(done))

/**
 * Replaces Date, timers, `performance.now`, `AbortSignal.timeout` and `.any` of the whole process.
 *
 * @param start ms UTC
 */
export function driveClock(start: number): DrivenClock {
  const own = { Date, setTimeout, clearTimeout, setInterval, clearInterval }
  const ownNow = performance.now
  const { timeout, any } = AbortSignal
  const timers = openTimers()
  let now = start
  let error = 0

  class DrivenDate extends Date {
    constructor(...given: readonly unknown[]) {
      super(...((given.length > 0 ? given : [now + error]) as [number]))
    }
    static override now(): number {
      return now + error
    }
  }
  const clear = (id: unknown) => timers.clear(id)
  Object.assign(globalThis, {
    Date: DrivenDate,
    setTimeout: (run: () => void, ms = 0) => timers.add(run, now + Math.max(0, ms)),
    setInterval: (run: () => void, ms: number) => timers.add(run, now + Math.max(1, ms), Math.max(1, ms)),
    clearTimeout: clear,
    clearInterval: clear,
  })
  performance.now = () => now - start
  Object.assign(
    AbortSignal,
    drivenSignals(timers, () => now),
  )
  return {
    get now() {
      return now
    },
    async pass(ms) {
      const until = now + ms
      for (let due = timers.take(until); due; due = timers.take(until)) {
        now = Math.max(now, due.at)
        due.run()
        await settle()
      }
      now = until
      await settle()
    },
    setError(ms) {
      error = ms
    },
    restore() {
      Object.assign(globalThis, own)
      performance.now = ownNow
      Object.assign(AbortSignal, { timeout, any })
    },
  }
}
