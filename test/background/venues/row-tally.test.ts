import { describe, expect, test } from 'vitest'
import { createRowTally } from '../../../src/background/venues/row-tally.ts'

const start = 1_700_000_000_000
const second = (n: number) => start + n * 1000
const fill = (
  tally: ReturnType<typeof createRowTally>,
  from: number,
  to: number,
  sound: number,
  dropped: number,
) => {
  for (let n = from; n < to; n++)
    tally.take({ sound, dropped, ...(dropped > 0 && { example: 'bad' }) }, second(n))
}

describe('the share of dropped rows', () => {
  test('is that of the last five minutes, not since the start', () => {
    const tally = createRowTally()
    fill(tally, 0, 600, 10, 0)
    expect([tally.droppedShare(second(600)), tally.example]).toEqual([0, undefined])
    fill(tally, 600, 750, 4, 6)
    expect(tally.droppedShare(second(750))).toBeCloseTo(0.3, 1)
    expect(tally.example).toBe('bad')
    fill(tally, 750, 1060, 10, 0)
    expect(tally.droppedShare(second(1060))).toBe(0)
  })

  test('counts a broken message as the last whole one, so that it weighs what it held', () => {
    const tally = createRowTally()
    tally.take({ sound: 400, dropped: 0 }, second(0))
    tally.take({ sound: 0, dropped: 1, example: 'not JSON', isBroken: true }, second(1))
    expect(tally.droppedShare(second(1))).toBe(0.5)
  })

  test('leaves out what lies ahead of a clock that was set back', () => {
    const tally = createRowTally()
    fill(tally, 3600, 3610, 0, 10)
    expect(tally.droppedShare(second(0))).toBe(0)
  })
})

describe('a way', () => {
  test('is understood while nothing came, and while a tenth of the rows can be read', () => {
    const tally = createRowTally()
    expect(tally.isUnderstood(second(0))).toBe(true)
    fill(tally, 0, 20, 1, 9)
    expect(tally.isUnderstood(second(20))).toBe(true)
  })

  test('is not understood 15 s after next to nothing of it can be read, and is within seconds of its return', () => {
    const tally = createRowTally()
    fill(tally, 0, 60, 100, 0)
    fill(tally, 60, 75, 1, 99)
    expect(tally.isUnderstood(second(75))).toBe(false)
    fill(tally, 75, 78, 100, 0)
    expect(tally.isUnderstood(second(78))).toBe(true)
  })
})
