import { expect, test } from 'vitest'
import { createTradeMoves, watchTrade } from '../../../../tools/backtest/census/trade-moves.ts'
import { dayMs, hourMs, minuteMs, secondMs, t0 } from '../judge/run-at.ts'

const begin = t0 + dayMs + hourMs

/** Moves found in trades: a calm price, then the given prices ten seconds apart. */
function movesIn(prices: readonly number[], calm = 30, from = begin) {
  const moves = createTradeMoves()
  for (let i = 0; i < calm; i++) watchTrade(moves, from + i * 10 * secondMs, 100, t0)
  prices.forEach((price, i) => watchTrade(moves, from + (calm + i) * 10 * secondMs, price, t0))
  return moves.found
}

test('a rise is complete with the third trade in a row that stands 20 % above the lowest of ten minutes', () => {
  expect(movesIn([119, 120, 121, 119.9, 120, 120])).toEqual([])
  const [move, ...others] = movesIn([119, 120, 121, 119.9, 120, 120, 120])
  expect(others).toEqual([])
  expect(move).toMatchObject({
    direction: 'rise',
    size: { change: 0.2, windowMs: 10 * minuteMs },
    at: begin + 36 * 10 * secondMs,
  })
  expect(move!.change).toBeCloseTo(0.2)
})

test('a fall mirrors it from the highest price', () => {
  expect(movesIn([80.1, 80.1, 80.1])).toEqual([])
  const [move] = movesIn([80, 80, 79])
  expect(move).toMatchObject({ direction: 'fall', at: begin + 32 * 10 * secondMs })
  expect(move!.change).toBeCloseTo(-0.21)
})

test('every size is found for itself', () => {
  const sizes = movesIn([151, 151, 151]).map(({ size }) => size.change)
  expect(sizes).toEqual([0.2, 0.3, 0.5])
})

test('fewer than twenty trades in the window are no move', () => {
  expect(movesIn([120, 120, 120], 16)).toEqual([])
  expect(movesIn([120, 120, 120], 17)).toHaveLength(1)
})

test('an hour-old low is no start of it', () => {
  const moves = createTradeMoves()
  for (let i = 0; i < 60; i++) watchTrade(moves, begin + i * minuteMs, 100 * 1.019 ** i, t0)
  expect(moves.found.filter(({ size }) => size.change < 0.5)).toEqual([])
})

test('one per six hours counts, and none of the first day', () => {
  const again = [120, 120, 120, ...Array<number>(70).fill(100), 120, 120, 120]
  expect(movesIn(again).filter(({ direction }) => direction === 'rise')).toHaveLength(1)
  expect(movesIn([120, 120, 120], 30, t0 + hourMs)).toEqual([])
})
