import { expect, test } from 'vitest'
import { workClock } from '../../../tools/fuzz/work-clock.ts'

test('the work clock reads the processor once a millisecond, and is never behind it', () => {
  let [cpu, wall, readings] = [100, 5000, 0]
  const now = workClock(
    () => {
      readings++
      return cpu
    },
    () => wall,
  )
  const begun = now()
  for (let i = 0; i < 100; i++) {
    cpu += 0.09
    wall += 0.1
    const ahead = now() - cpu
    expect(ahead).toBeGreaterThanOrEqual(-1e-9)
    expect(ahead).toBeLessThan(1)
  }
  expect(readings).toBeLessThan(15)
  expect(now() - begun).toBeCloseTo(9, 0)
  // Other processes had the machine for a second.
  wall += 1000
  cpu += 3
  expect(now() - begun).toBeCloseTo(12, 0)
})
