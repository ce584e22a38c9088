import { expect, test } from 'vitest'
import { createFrozenTicks } from '../../../../src/background/venues/tickers/frozen-ticks.ts'
import type { Tick } from '../../../../src/market/tick.ts'

const begin = 1_700_000_000_000
const frame = (change: (i: number) => Partial<Tick> = () => ({}), pairs = 10): Tick[] =>
  Array.from({ length: pairs }, (_, i) => ({
    type: 'tick',
    symbol: `C${i}USDT`,
    base: null,
    quote: null,
    at: begin,
    last: 10,
    bid: 9,
    baseVolume: 1000,
    ...change(i),
  }))

test.each<[string, readonly Tick[], boolean]>([
  ['the same rows are frozen', frame(), true],
  ['some of the same rows are frozen', frame().slice(3, 5), true],
  ['rows of which one moved are not', frame((i) => (i === 4 ? { bid: 9.1 } : {})), false],
  ['rows that the venue observed later are not', frame(() => ({ at: begin + 1000 })), false],
  [
    'rows without a time of their own are, though they were received later',
    frame(() => ({ at: begin + 9000 })),
    true,
  ],
  ['rows of which one last traded later are not', frame((i) => (i === 0 ? { changedAt: begin } : {})), false],
  ['rows of another pair are not', [{ ...frame()[0]!, symbol: 'NEWUSDT' }], false],
])('%s', (_, rows, isFrozen) => {
  const areFrozen = createFrozenTicks()
  expect(areFrozen(frame(), begin)).toBe(false)
  expect(areFrozen(rows, begin + 9000)).toBe(isFrozen)
})

test('a few pairs may stand still together', () => {
  const areFrozen = createFrozenTicks()
  areFrozen(
    frame(() => ({}), 3),
    begin,
  )
  expect(
    areFrozen(
      frame(() => ({}), 3),
      begin,
    ),
  ).toBe(false)
})
