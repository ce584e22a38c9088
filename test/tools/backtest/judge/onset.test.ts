import { expect, test } from 'vitest'
import { closeSecond, createOnsetWatch, watchPrice } from '../../../../tools/backtest/judge/onset.ts'

const announced = 1_530_668_400_000
const hourMs = 3_600_000

/**
 * Onset of one announcement, after half an hour at price 1 and then the given prices at the given seconds from
 * it.
 */
function onset(prices: readonly (readonly [second: number, price: number])[]): number | null {
  const onsetWatch = createOnsetWatch([announced])
  for (let at = announced - hourMs; at < announced - 1_800_000; at += 60_000) watchPrice(onsetWatch, at, 1)
  for (const [second, price] of prices) watchPrice(onsetWatch, announced + second * 1000, price)
  closeSecond(onsetWatch)
  const found = onsetWatch.onsets[0] ?? null
  return found === null ? null : (found - announced) / 1000
}

test('the onset is the first second 5 % above the average', () => {
  expect(
    onset([
      [1, 1.049],
      [2, 1.06],
      [3, 1.2],
    ]),
  ).toBe(2)
  expect(
    onset([
      [1, 1.049],
      [2, 1.02],
    ]),
  ).toBeNull()
})

test('the last price of a second is the price of that second', () => {
  expect(
    onset([
      [1, 1.2],
      [1.9, 1.01],
      [5, 1.3],
    ]),
  ).toBe(5)
})

test('a price enters the average only after its second: a jump is compared with earlier prices', () => {
  expect(onset([[0, 1.05]])).toBe(0)
})

test('only the hit window counts, from 180 s before to 600 s after', () => {
  expect(onset([[-181, 1.2]])).toBeNull()
  expect(onset([[-180, 1.2]])).toBe(-180)
  expect(onset([[600, 1.2]])).toBe(600)
  expect(onset([[601, 1.2]])).toBeNull()
})

test('the average follows with a half-life of 30 min', () => {
  // After 30 min at 1.04 the average is 1.02, and 5 % above that is 1.071.
  const after = (price: number) =>
    onset([
      [-1800, 1.04],
      [0, price],
    ])
  expect(after(1.0705)).toBeNull()
  expect(after(1.0715)).toBe(0)
})

test('each announcement has its own onset', () => {
  const onsetWatch = createOnsetWatch([announced, announced + hourMs])
  watchPrice(onsetWatch, announced - hourMs, 1)
  watchPrice(onsetWatch, announced + 5000, 1.1)
  watchPrice(onsetWatch, announced + 6000, 1)
  watchPrice(onsetWatch, announced + hourMs + 7000, 1.2)
  closeSecond(onsetWatch)
  expect(onsetWatch.onsets).toEqual([announced + 5000, announced + hourMs + 7000])
})
