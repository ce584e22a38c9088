import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPace } from '../../../src/background/sockets/send-queue.ts'

let said: [string, number][] = []
const begin = 1_700_000_000_000
const pace = (gapMs: number) => createPace(gapMs, (frame) => said.push([frame, Date.now() - begin]))

beforeEach(() => {
  said = []
  vi.useFakeTimers({ now: begin })
})
afterEach(() => void vi.useRealTimers())

test('frames leave in order, no faster than the venue takes them', () => {
  const out = pace(1100)
  for (const frame of ['a', 'b', 'c']) out.push(frame)
  expect(said).toEqual([['a', 0]])
  vi.advanceTimersByTime(5000)
  out.push('d')
  expect(said).toEqual([
    ['a', 0],
    ['b', 1100],
    ['c', 2200],
    ['d', 5000],
  ])
})

test('without a pace they leave at once', () => {
  const out = pace(0)
  for (const frame of ['a', 'b', 'c']) out.push(frame)
  expect(said.map(([frame]) => frame).join('')).toBe('abc')
})

test('nothing leaves while the venue wants rest, and nothing that was forgotten', () => {
  const out = pace(250)
  out.rest(1000)
  out.push('a')
  out.push('b')
  vi.advanceTimersByTime(1000)
  expect(said).toEqual([['a', 1000]])
  out.clear()
  vi.advanceTimersByTime(1000)
  expect(said).toHaveLength(1)
})
