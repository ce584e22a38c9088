import fc from 'fast-check'
import { advanceBars, type Bars, pushBar } from '../../src/stats/bars.ts'

/** One thing that happens to bars: an observation, or (`pass`) time alone. Times in ms. */
export interface BarEvent {
  readonly pass: boolean
  readonly at: number
  readonly close: number
  readonly turnover: number
  readonly count: number
}

// Whole numbers, so that running sums and fresh sums must agree to the last digit.
const step = fc.record({
  kind: fc.constantFrom('push', 'push', 'push', 'late', 'pass'),
  after: fc.oneof(
    // Several within a second, a stream, a poll, a silence longer than any window.
    fc.integer({ min: 0, max: 900 }),
    fc.constant(1000),
    fc.integer({ min: 1000, max: 70_000 }),
    fc.integer({ min: 0, max: 2_000_000 }),
  ),
  close: fc.integer({ min: 1, max: 20 }),
  turnover: fc.integer({ min: 0, max: 1_000_000 }),
  count: fc.integer({ min: 0, max: 50 }),
})

/** Series of a few events up to some hundreds: enough for the ring to grow several times. */
export const barEvents: fc.Arbitrary<readonly BarEvent[]> = fc
  .array(step, { minLength: 1, maxLength: 400, size: 'max' })
  .map((steps) => {
    let now = 1_700_000_000_000
    let newest = 0
    return steps.map(({ kind, after, ...seen }) => {
      now += after
      // What comes late is older than the newest bar, so that it must be counted into that.
      const at = kind === 'late' && newest > 0 ? newest - 2500 : now
      if (kind !== 'pass' && at === now) newest = now
      return { pass: kind === 'pass', at, ...seen }
    })
  })

/** Ascending window lengths, s. */
export const barWindows = fc
  .uniqueArray(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 4 })
  .map((all) => all.sort((a, b) => a - b))

/** Gives bars one event. */
export function playEvent(bars: Bars, event: BarEvent): void {
  if (event.pass) advanceBars(bars, event.at)
  else pushBar(bars, event.at, event.close, event.turnover, event.count)
}
