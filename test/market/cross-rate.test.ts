import { expect, test } from 'vitest'
import { convertAmount, type CrossRates } from '../../src/market/cross-rate.ts'

const now = 1_700_000_000_000
const rates: CrossRates = {
  USD: { usd: 1, until: now + 1000, assumed: false },
  BTC: { usd: 50_000, until: now + 1000, assumed: false },
  JPY: { usd: 1 / 150, until: now + 500, assumed: false },
}

test('converts an amount', () => {
  expect(convertAmount(rates, 2, 'BTC', 'USD', now)).toBe(100_000)
  expect(convertAmount(rates, 2, 'BTC', 'JPY', now)).toBeCloseTo(15_000_000, 6)
})

test('is null for a missing currency or an expired rate on either side', () => {
  expect(convertAmount(rates, 1, 'NIX', 'USD', now)).toBeNull()
  expect(convertAmount(rates, 1, 'USD', 'NIX', now)).toBeNull()
  expect(convertAmount(rates, 1, 'JPY', 'USD', now + 500)).toBeNull()
  expect(convertAmount(rates, 1, 'USD', 'JPY', now + 500)).toBeNull()
  expect(convertAmount(rates, 1, 'BTC', 'USD', now + 999)).toBe(50_000)
})

test('needs no rate if both currencies are equal', () => {
  expect(convertAmount({}, 7, 'NIX', 'NIX', now)).toBe(7)
})
