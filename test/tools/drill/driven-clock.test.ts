import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DrivenClock, driveClock } from '../../../tools/drill/clock/driven-clock.ts'

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
