import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCrossVenueState } from '../../../src/detect/cross-venue/cross-venue-state.ts'
import { crossRates } from '../../../src/detect/cross-venue/prices/cross-rates.ts'
import { otherVenuePrices } from '../../../src/detect/cross-venue/other-venue-prices.ts'
import type { Quote } from '../../../src/detect/cross-venue/prices/quote.ts'
import { compareVenues } from '../../../src/detect/cross-venue/compare-venues.ts'
import { marketStart } from './synthetic/synthetic-venues.ts'

const context = { suspendedSince: () => null, clockLeadMs: () => 0, openCard: () => null }
const anyPrice = fc.oneof(
  fc.constantFrom(0, -1, NaN, Infinity, 1e-12, 1e12),
  fc.double({ min: 0.1, max: 10, noNaN: true }),
)
const quotes: fc.Arbitrary<Quote> = fc.record({
  venue: fc.constantFrom('a', 'b', 'c'),
  symbol: fc.constantFrom('x', 'y', 'z'),
  base: fc.constantFrom('BTC', 'SYS', 'USDT', null),
  quote: fc.constantFrom('BTC', 'USDT', 'JPY', 'NIX', null),
  last: anyPrice,
  bid: fc.option(anyPrice, { nil: undefined }),
  ask: fc.option(anyPrice, { nil: undefined }),
  at: fc.integer({ min: -200_000, max: 200_000 }).map((offset) => marketStart + offset),
  listing: fc.constantFrom('trading', 'halted'),
})

test('any quotes: nothing throws, and all resulting numbers are finite and not negative', () => {
  fc.assert(
    fc.property(fc.array(fc.array(quotes, { maxLength: 12 }), { maxLength: 30 }), (frames) => {
      const state = createCrossVenueState()
      frames.forEach((frame, i) => compareVenues(state, frame, marketStart + i * 10_000, context))
      for (const rate of Object.values(crossRates(state))) {
        expect(rate.usd).toBeGreaterThan(0)
        expect(rate.usd).toBeLessThan(Infinity)
        expect(rate.until).toBeLessThan(Infinity)
      }
      for (const { venueCoins } of state.coins.values())
        for (const { price, pairs } of venueCoins)
          for (const value of [price, ...pairs.map((pair) => pair.value)]) {
            expect(value).toBeGreaterThanOrEqual(0)
            expect(value).toBeLessThan(Infinity)
          }
      for (const row of otherVenuePrices(state, { venue: 'a', base: 'SYS', quote: 'USDT' }, context))
        expect(row.gap ?? 0).toBeLessThan(Infinity)
    }),
  )
})

test('a pair is ignored until the pair list of its venue has named it', () => {
  const state = createCrossVenueState()
  const quote: Quote = {
    venue: 'a',
    symbol: 'x',
    base: null,
    quote: null,
    last: 1,
    at: marketStart,
    listing: 'trading',
  }
  compareVenues(state, [quote], marketStart, context)
  expect(state.coins.size).toBe(0)
  compareVenues(state, [{ ...quote, base: 'SYS', quote: 'USDT' }], marketStart, context)
  expect(state.coins.get('SYS')?.venueCoins).toHaveLength(1)
})

test('a quote older than the known one is ignored', () => {
  const state = createCrossVenueState()
  const quote: Quote = {
    venue: 'a',
    symbol: 'x',
    base: 'SYS',
    quote: 'USDT',
    last: 2,
    at: marketStart,
    listing: 'trading',
  }
  compareVenues(state, [quote, { ...quote, last: 1, at: marketStart - 1000 }], marketStart, context)
  expect(state.coins.get('SYS')?.venueCoins[0]?.pairs[0]?.last).toBe(2)
})
