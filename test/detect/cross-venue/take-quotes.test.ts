import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAcross } from '../../../src/detect/cross-venue/cross-venue-state.ts'
import { crossRates } from '../../../src/detect/cross-venue/prices/cross-rates.ts'
import { elsewhereOf } from '../../../src/detect/cross-venue/elsewhere.ts'
import type { Quote } from '../../../src/detect/cross-venue/prices/quote.ts'
import { takeQuotes } from '../../../src/detect/cross-venue/take-quotes.ts'
import { drawnBegin } from './drawn/drawn-venues.ts'

const outside = { suspended: () => null, lead: () => 0, card: () => null }
const odd = fc.oneof(
  fc.constantFrom(0, -1, NaN, Infinity, 1e-12, 1e12),
  fc.double({ min: 0.1, max: 10, noNaN: true }),
)
const quotes: fc.Arbitrary<Quote> = fc.record({
  venue: fc.constantFrom('a', 'b', 'c'),
  symbol: fc.constantFrom('x', 'y', 'z'),
  base: fc.constantFrom('BTC', 'SYS', 'USDT', null),
  quote: fc.constantFrom('BTC', 'USDT', 'JPY', 'NIX', null),
  last: odd,
  bid: fc.option(odd, { nil: undefined }),
  ask: fc.option(odd, { nil: undefined }),
  at: fc.integer({ min: -200_000, max: 200_000 }).map((off) => drawnBegin + off),
  listing: fc.constantFrom('trading', 'halted'),
})

test('whatever is heard: nothing is thrown, and what is told is finite and above zero', () => {
  fc.assert(
    fc.property(fc.array(fc.array(quotes, { maxLength: 12 }), { maxLength: 30 }), (frames) => {
      const across = createAcross()
      frames.forEach((frame, i) => takeQuotes(across, frame, drawnBegin + i * 10_000, outside))
      for (const rate of Object.values(crossRates(across))) {
        expect(rate.usd).toBeGreaterThan(0)
        expect(rate.usd).toBeLessThan(Infinity)
        expect(rate.until).toBeLessThan(Infinity)
      }
      for (const { places } of across.coins.values())
        for (const { price, pairs } of places)
          for (const value of [price, ...pairs.map((pair) => pair.value)]) {
            expect(value).toBeGreaterThanOrEqual(0)
            expect(value).toBeLessThan(Infinity)
          }
      for (const row of elsewhereOf(across, { venue: 'a', base: 'SYS', quote: 'USDT' }, outside))
        expect(row.gap ?? 0).toBeLessThan(Infinity)
    }),
  )
})

test('a pair that its venue’s list has not named yet is left out, and taken once it is', () => {
  const across = createAcross()
  const quote: Quote = {
    venue: 'a',
    symbol: 'x',
    base: null,
    quote: null,
    last: 1,
    at: drawnBegin,
    listing: 'trading',
  }
  takeQuotes(across, [quote], drawnBegin, outside)
  expect(across.coins.size).toBe(0)
  takeQuotes(across, [{ ...quote, base: 'SYS', quote: 'USDT' }], drawnBegin, outside)
  expect(across.coins.get('SYS')?.places).toHaveLength(1)
})

test('a quote older than the one known is not taken back', () => {
  const across = createAcross()
  const quote: Quote = {
    venue: 'a',
    symbol: 'x',
    base: 'SYS',
    quote: 'USDT',
    last: 2,
    at: drawnBegin,
    listing: 'trading',
  }
  takeQuotes(across, [quote, { ...quote, last: 1, at: drawnBegin - 1000 }], drawnBegin, outside)
  expect(across.coins.get('SYS')?.places[0]?.pairs[0]?.last).toBe(2)
})
