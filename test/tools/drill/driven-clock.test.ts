import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DrivenClock, driveClock } from '../../../tools/drill/clock/driven-clock.ts'
import { releaseSignal } from '../../../tools/drill/clock/signals.ts'

const start = 1_700_000_000_000
let clock: DrivenClock
beforeEach(() => {
  clock = driveClock(start)
})
afterEach(() => clock.restore())

test('timers run in the order in which they are due, each at its moment', async () => {
  const seen: [string, number][] = []
  const note = (name: string) => () => void seen.push([name, Date.now() - start])
  setTimeout(note('late'), 300)
  const beat = setInterval(note('beat'), 200)
  setTimeout(() => setTimeout(note('inner'), 50), 100)
  clearTimeout(setTimeout(note('never'), 10))
  await clock.pass(450)
  clearInterval(beat)
  await clock.pass(1000)
  expect(seen).toEqual([
    ['inner', 150],
    ['beat', 200],
    ['late', 300],
    ['beat', 400],
  ])
})

test('date, performance and time-outs go by it; an error is of the date alone', async () => {
  const signal = AbortSignal.timeout(1000)
  clock.setError(-5000)
  await clock.pass(999)
  expect([Date.now() - start, new Date().getTime() - start, performance.now()]).toEqual([-4001, -4001, 999])
  expect([new Date(7).getTime(), clock.now - start, signal.aborted]).toEqual([7, 999, false])
  await clock.pass(1)
  expect((signal.reason as DOMException).name).toBe('TimeoutError')
})

test('timers of one time run in the order in which they were set, and a repeated one keeps its id', async () => {
  const seen: string[] = []
  for (const name of ['first', 'second', 'third']) setTimeout(() => void seen.push(name), 100)
  const beat = setInterval(() => {
    seen.push('beat')
    if (seen.length > 4) clearInterval(beat)
  }, 50)
  await clock.pass(1000)
  expect(seen).toEqual(['beat', 'first', 'second', 'third', 'beat'])
})

test('many timers, some cleared, run in the order of their times', async () => {
  const seen: number[] = []
  const times = Array.from({ length: 500 }, (_, i) => (i * 7919) % 997)
  const ids = times.map((at) => setTimeout(() => void seen.push(at), at))
  ids.filter((_, i) => i % 3 === 0).forEach((id) => clearTimeout(id))
  await clock.pass(1000)
  expect(seen).toEqual(times.filter((_, i) => i % 3 !== 0).sort((a, b) => a - b))
})

test('a composed signal is aborted by each of its sources, unless it is released', async () => {
  const stop = new AbortController()
  const [late, released] = [1000, 2000].map((ms) => AbortSignal.any([stop.signal, AbortSignal.timeout(ms)]))
  releaseSignal(released!)
  await clock.pass(1500)
  expect((late!.reason as DOMException).name).toBe('TimeoutError')
  const stopped = AbortSignal.any([stop.signal, AbortSignal.timeout(1000)])
  expect(getEventListeners(stop.signal, 'abort')).toHaveLength(1)
  stop.abort('end')
  await clock.pass(1500)
  expect([stopped.reason, released!.aborted, AbortSignal.any([stop.signal]).reason]).toEqual([
    'end',
    false,
    'end',
  ])
  expect(getEventListeners(stop.signal, 'abort')).toEqual([])
})
