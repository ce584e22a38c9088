import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSendQueue } from '../../../src/background/sockets/send-queue.ts'

let sent: [string, number][] = []
const begin = 1_700_000_000_000
const open = (gapMs: number) => createSendQueue(gapMs, (frame) => sent.push([frame, Date.now() - begin]))

beforeEach(() => {
  sent = []
  vi.useFakeTimers({ now: begin })
})
afterEach(() => void vi.useRealTimers())

test('frames are sent in order, no faster than the venue accepts them', () => {
  const queue = open(1100)
  for (const frame of ['a', 'b', 'c']) queue.push(frame)
  expect(sent).toEqual([['a', 0]])
  vi.advanceTimersByTime(5000)
  queue.push('d')
  expect(sent).toEqual([
    ['a', 0],
    ['b', 1100],
    ['c', 2200],
    ['d', 5000],
  ])
})

test('without a gap they are sent at once', () => {
  const queue = open(0)
  for (const frame of ['a', 'b', 'c']) queue.push(frame)
  expect(sent.map(([frame]) => frame).join('')).toBe('abc')
})

test('nothing is sent during a pause, nor what was cleared', () => {
  const queue = open(250)
  queue.pause(1000)
  queue.push('a')
  queue.push('b')
  vi.advanceTimersByTime(1000)
  expect(sent).toEqual([['a', 1000]])
  queue.clear()
  vi.advanceTimersByTime(1000)
  expect(sent).toHaveLength(1)
})

test('a wall clock that is set back delays no frame', () => {
  const queue = open(1100)
  for (const frame of ['a', 'b']) queue.push(frame)
  vi.setSystemTime(begin - 3_600_000)
  vi.advanceTimersByTime(1100)
  queue.push('c')
  vi.advanceTimersByTime(1100)
  expect(sent.map(([frame]) => frame).join('')).toBe('abc')
})

test('no more frames wait than a venue could ever be sent', () => {
  const queue = open(100)
  for (let n = 0; n < 5000; n++) queue.push(String(n))
  vi.advanceTimersByTime(1_000_000)
  expect(sent).toHaveLength(2001)
  expect(sent.at(-1)![0]).toBe('2000')
})
