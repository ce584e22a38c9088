import { expect, test } from 'vitest'
import { createBarMoves, watchCloses } from '../../../../tools/backtest/census/bar-moves.ts'
import { minuteMs, t0 } from '../judge/run-at.ts'

/** Three calm minutes of `pairs` pairs, then one in which each closes at what `close` says. */
function movesOf(pairs: number, close: (index: number) => number) {
  const moves = createBarMoves()
  const frame = (of: (index: number) => number) =>
    Array.from({ length: pairs }, (_, index) => ({ symbol: `P${index}`, close: of(index) }))
  for (const minute of [1, 2, 3])
    watchCloses(
      moves,
      t0 + minute * minuteMs,
      frame(() => 100),
    )
  watchCloses(moves, t0 + 4 * minuteMs, frame(close))
  return moves.found
}

test('a pair that rises by a fifth more than the median pair has moved', () => {
  const found = movesOf(25, (index) => (index === 0 ? 121 : 100))
  expect([...found.keys()]).toEqual(['P0'])
  expect(found.get('P0')).toMatchObject([
    { direction: 'rise', startAt: t0 + minuteMs, at: t0 + 4 * minuteMs },
  ])
})

test('what all pairs do is taken out', () => {
  expect(movesOf(25, () => 130).size).toBe(0)
  const found = movesOf(25, (index) => (index === 0 ? 60 : 80))
  expect(found.get('P0')).toMatchObject([{ direction: 'fall' }])
  expect(found.size).toBe(1)
})

test('of fewer than twenty pairs no market is taken out', () => {
  expect(movesOf(19, () => 121).size).toBe(19)
})

test('a close ten minutes old still counts, one older does not', () => {
  const after = (minutes: number) => {
    const moves = createBarMoves()
    watchCloses(moves, t0, [{ symbol: 'P', close: 100 }])
    watchCloses(moves, t0 + minutes * minuteMs, [{ symbol: 'P', close: 125 }])
    return moves.found.size
  }
  expect(after(10)).toBe(1)
  expect(after(11)).toBe(0)
})

test('one of a pair and direction counts in an hour', () => {
  const moves = createBarMoves()
  for (const [minute, close] of [100, 125, 100, 125, 100].entries())
    watchCloses(moves, t0 + minute * minuteMs, [{ symbol: 'P', close }])
  expect(moves.found.get('P')?.map(({ direction }) => direction)).toEqual(['rise', 'fall'])
})
