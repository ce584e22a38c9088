import { expect, test } from 'vitest'
import { peerPrices } from '../../../src/detect/cross-venue/peers/peer-prices.ts'
import type { ContractQuote } from '../../../src/market/contract-quote.ts'

const now = Date.UTC(2026, 10, 1)
const rateOf = (usd: number) => ({ usd, until: now + 60_000, assumed: false })
const rates = { USDT: rateOf(1), USDC: rateOf(0.9), USD: rateOf(1) }

/** SYS at 100 USDT, or what is said of it. */
const contract = (venue: string, more: Partial<ContractQuote> = {}): ContractQuote => ({
  ...{ venue, symbol: 'SYSUSDT', base: 'SYS', quote: 'USDT', price: 100, index: 100, ...more },
})
const pricesOf = (quotes: readonly ContractQuote[], at = now) =>
  Object.fromEntries(
    [...peerPrices(quotes, rates, at)].map(([venue, prices]) => [venue, prices.map(({ last }) => last)]),
  )

test('each contract is held against the median of the others', () => {
  const found = pricesOf([
    contract('a', { price: 105 }),
    contract('b'),
    contract('c', { price: 100.2 }),
    contract('d', { price: 99.9 }),
  ])
  expect(found).toEqual({ a: [100], b: [100.2], c: [100], d: [100.2] })
})

test('two that differ tell nothing of a third, nor does one', () => {
  const apart = [contract('a', { price: 105 }), contract('b'), contract('c')]
  expect(pricesOf(apart)).toEqual({ a: [100] })
  expect(pricesOf(apart.slice(1))).toEqual({})
})

test('a contract of another coin by that name, whose index is another, is no peer', () => {
  const other = { price: 100.1, index: 102 }
  expect(pricesOf([contract('a'), contract('b', other), contract('c', other)])).toEqual({})
})

test('quotes are converted, and what cannot be converted is not compared', () => {
  const inCoins = { symbol: 'SYSUSDC', quote: 'USDC', price: 111.2, index: 100 / 0.9 }
  const quotes = [contract('a'), contract('b', inCoins), contract('c', inCoins)]
  expect(pricesOf(quotes)['a']![0]).toBeCloseTo(100.08, 6)
  expect(pricesOf([contract('a'), contract('b', inCoins), contract('c')])['b']![0]).toBeCloseTo(100 / 0.9, 6)
  // The rates are too old.
  expect(pricesOf(quotes, now + 120_000)).toEqual({})
  const inYen = { symbol: 'FX_SYS_JPY', quote: 'JPY', price: 15_000, index: 15_000 }
  expect(pricesOf([contract('a'), contract('b', inYen), contract('c', inYen)])).not.toHaveProperty('a')
})

test('a venue has one voice, that of the same quote', () => {
  const cheap = { symbol: 'SYSUSD', quote: 'USD', price: 99.5 }
  const found = pricesOf([
    contract('a'),
    contract('b'),
    contract('b', cheap),
    contract('c', cheap),
    contract('c'),
  ])
  expect(found['a']).toEqual([100])
  // One other venue is none, however many contracts it has.
  expect(pricesOf([contract('a'), contract('b', cheap), contract('b')])).toEqual({})
})
