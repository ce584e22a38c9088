import { expect, test } from 'vitest'
import type { Alert } from '../../../../tools/backtest/alert.ts'
import {
  addAlarms,
  createNearMoves,
  watchPrices,
  withoutMove,
} from '../../../../tools/backtest/census/near-move.ts'
import { minuteMs, t0 } from '../judge/run-at.ts'

const alarm = { at: t0, episode: 'e', tier: 'notice' } as Alert

/** Whether prices, by minutes from the alarm on, are a move near it. */
function moved(prices: readonly (readonly [minute: number, price: number])[], inARow = 3): boolean {
  const near = createNearMoves(inARow)
  const add = ([minute, price]: readonly [number, number]) =>
    watchPrices(near, { at: t0 + minute * minuteMs, high: price, low: price })
  for (const each of prices) if (each[0] <= 0) add(each)
  addAlarms(near, [alarm])
  for (const each of prices) if (each[0] > 0) add(each)
  return withoutMove(near).length === 0
}

const calm = [-1, 100] as const

test('three trades in a row 12 % above the lowest before them are a move, two are not', () => {
  expect(moved([calm, [1, 112], [2, 112], [3, 112]])).toBe(true)
  expect(moved([calm, [1, 112], [2, 112], [3, 111], [4, 112]])).toBe(false)
})

test('so is a fall, and so is what went before the alarm', () => {
  expect(moved([calm, [1, 88], [2, 88], [3, 88]])).toBe(true)
  expect(
    moved([
      [-29, 100],
      [-20, 112],
      [-19, 112],
      [-18, 112],
    ]),
  ).toBe(true)
  expect(
    moved([
      [-31, 100],
      [-20, 112],
      [-19, 112],
      [-18, 112],
    ]),
  ).toBe(false)
})

test('after an hour no move belongs to the alarm', () => {
  expect(moved([calm, [58, 112], [59, 112], [60, 112]])).toBe(true)
  expect(moved([calm, [59, 112], [60, 112], [61, 112]])).toBe(false)
})

test('of bars one is enough', () => {
  expect(moved([calm, [1, 112]], 1)).toBe(true)
})
