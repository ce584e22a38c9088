import fc from 'fast-check'
import { type Bars, emptyBars, growBars, pushBar } from '../../src/stats/bars.ts'

/** An observation, or (`isSilent`) only the passing of time. Times in ms. */
export interface BarEvent {
  readonly isSilent: boolean
  readonly at: number
  readonly price: number
  readonly turnover: number
  readonly count: number
}

const step = fc.record({
  kind: fc.constantFrom('push', 'push', 'push', 'late', 'silence'),
  after: fc.oneof(
    // Several within a second, a stream, polls, a silence longer than any window.
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

/** Series of 1 to 160 events, enough to fill every rung. */
export const barEvents: fc.Arbitrary<readonly BarEvent[]> = fc
  .array(step, { minLength: 1, maxLength: 160, size: 'max' })
  .map((steps) => {
    let now = 1_700_000_000_000
    let newest = 0
    return steps.map(({ kind, after, ...observed }) => {
      now += after
      // A late event is older than the newest one and must count into its step.
      const at = kind === 'late' && newest > 0 ? newest - 2500 : now
      if (kind !== 'silence' && at === now) newest = now
      return { isSilent: kind === 'silence', at, ...observed }
    })
  })

/** Empty bars with a number of rows. */
export function createBars(rows: number): Bars {
  const bars = emptyBars()
  growBars(bars, rows)
  return bars
}

/** Applies one event to a row. */
export function applyEvent(bars: Bars, row: number, event: BarEvent): void {
  if (!event.isSilent) pushBar(bars, row, event.at, Math.log(event.price), event.turnover, event.count)
}
