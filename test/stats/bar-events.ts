import fc from 'fast-check'
import { type Bars, emptyBars, growBars, pushBar } from '../../src/stats/bars.ts'

/** An observation, or only time that passes (`pass`). Times in ms. */
export interface BarEvent {
  readonly pass: boolean
  readonly at: number
  readonly price: number
  readonly turnover: number
  readonly count: number
}

const step = fc.record({
  kind: fc.constantFrom('push', 'push', 'push', 'late', 'pass'),
  after: fc.oneof(
    // Several within a second, a stream, a poll, a gap longer than any window.
    fc.integer({ min: 0, max: 900 }),
    fc.constant(1000),
    fc.constant(60_000),
    fc.integer({ min: 1000, max: 70_000 }),
    fc.integer({ min: 0, max: 5_000_000 }),
  ),
  price: fc.integer({ min: 1, max: 20 }),
  turnover: fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1e9, noNaN: true })),
  count: fc.integer({ min: 0, max: 5 }),
})

/** Series of up to 160 events: enough to fill every rung. */
export const barEvents: fc.Arbitrary<readonly BarEvent[]> = fc
  .array(step, { minLength: 1, maxLength: 160, size: 'max' })
  .map((steps) => {
    let now = 1_700_000_000_000
    let newest = 0
    return steps.map(({ kind, after, ...seen }) => {
      now += after
      // A late observation is older than the newest one and must be counted in the current step.
      const at = kind === 'late' && newest > 0 ? newest - 2500 : now
      if (kind !== 'pass' && at === now) newest = now
      return { pass: kind === 'pass', at, ...seen }
    })
  })

/** Empty bars with a number of rows. */
export function barsOf(rows: number): Bars {
  const bars = emptyBars()
  growBars(bars, rows)
  return bars
}

/** Applies an event to a row. */
export function applyEvent(bars: Bars, row: number, event: BarEvent): void {
  if (!event.pass) pushBar(bars, row, event.at, Math.log(event.price), event.turnover, event.count)
}
