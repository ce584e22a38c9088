import { expect, test } from 'vitest'
import { openBudget } from '../../../../tools/market-server/venues/budget.ts'
import { plainDecimal } from '../../../../tools/market-server/venues/plain-decimal.ts'

test('numbers are written without exponent, rounding noise or trailing zeros', () => {
  expect([1e-8, 0.1 + 0.2, 715_000, 1200, 0, 12_345_678.9, 3e-9].map(plainDecimal)).toEqual([
    '0.00000001',
    '0.3',
    '715000',
    '1200',
    '0',
    '12345678.9',
    '0.000000003',
  ])
})

test('a budget refuses beyond its weight, says how long, and forgets with its window', () => {
  let now = 1_000
  const budget = openBudget(() => now, 3, 10_000)
  expect([budget.charge(2), budget.charge(1)]).toEqual([0, 0])
  now += 500
  expect(budget.charge(1)).toBe(10)
  now += 9_500
  expect(budget.charge(3)).toBe(0)
  now -= 3_600_000
  expect([budget.charge(3), budget.charge(1)]).toEqual([0, 10])
})
