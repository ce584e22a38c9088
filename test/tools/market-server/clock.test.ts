import { expect, test } from 'vitest'
import { marketTimeAfter, openClock, wallTime } from '../../../tools/market-server/clock.ts'

const legs = [
  { until: 1_000, speed: 100 },
  { until: 1_300, speed: 10 },
]

test('time runs at the speed of its leg, then at normal speed', () => {
  expect(marketTimeAfter(0, 5, legs)).toBe(500)
  expect(marketTimeAfter(0, 10 + 15, legs)).toBe(1_150)
  expect(marketTimeAfter(0, 10 + 30 + 7, legs)).toBe(1_307)
  expect(wallTime(0, legs)).toBe(40)
})

test('the clock starts with the first read', () => {
  let wall = 50
  const clock = openClock(0, legs, () => wall)
  wall = 5_000
  expect(clock.now()).toBe(0)
  wall += 3
  expect(clock.now()).toBe(300)
})

test('a paused clock advances by hand only, and calls its followers', () => {
  let wall = 0
  let calls = 0
  const clock = openClock(0, legs, () => wall)
  clock.follow(() => calls++)
  clock.pause()
  wall = 10
  expect(clock.now()).toBe(0)
  clock.advance(250)
  expect([clock.now(), calls]).toEqual([250, 1])
  clock.resume()
  wall = 11
  expect(clock.now()).toBe(350)
})
