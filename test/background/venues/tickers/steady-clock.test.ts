import { expect, test } from 'vitest'
import { createSteadyClock } from '../../../../src/background/venues/tickers/steady-clock.ts'

const hourMs = 3_600_000
const start = 1_700_000_000_000

test('is ours, also over a sleep', () => {
  const clock = createSteadyClock()
  expect([start, start + 1000, start + 900, start + 5 * hourMs].map(clock)).toEqual([
    ...[start, start + 1000, start + 900, start + 5 * hourMs],
  ])
})

test('goes on where ours is set back, and follows where that is undone', () => {
  const clock = createSteadyClock()
  clock(start)
  expect(clock(start - hourMs)).toBe(start)
  expect(clock(start - hourMs + 5000)).toBe(start + 5000)
  expect(clock(start + 6000)).toBe(start + 6000)
  expect(clock(start + 7000)).toBe(start + 7000)
})

test('adds up what it is set back by', () => {
  const clock = createSteadyClock()
  clock(start)
  clock(start - hourMs)
  expect(clock(start - 3 * hourMs)).toBe(start)
  expect(clock(start)).toBe(start)
})
