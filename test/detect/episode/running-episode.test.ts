import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keepEvidence, movePrice, raiseTier, snapshot } from '../../../src/detect/episode/running-episode.ts'
import type { Evidence } from '../../../src/market/evidence.ts'
import { tierRank, tiers } from '../../../src/market/tier.ts'
import { drawnRunning } from '../drawn/drawn-running.ts'

const begin = 1_700_000_000_000
const anyTier = fc.constantFrom(null, ...tiers)

const measured = fc.record({
  sign: fc.constantFrom<Evidence['sign'][]>('return', 'turnover', 'rush-orders'),
  value: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  unit: fc.constant<Evidence['unit']>('times'),
  windowMs: fc.constant(60_000),
  at: fc.integer({ min: begin, max: begin + 1e6 }),
})

describe('a running episode', () => {
  test('never lowers its tier', () => {
    fc.assert(
      fc.property(fc.array(anyTier), (list) => {
        const running = drawnRunning(begin, 100)
        list.forEach((tier, i) => {
          const before = tierRank(running.tier)
          const raised = raiseTier(running, tier, begin + i)
          expect(tierRank(running.tier)).toBe(Math.max(before, tierRank(tier)))
          expect(raised).toBe(tierRank(running.tier) > before)
          if (raised) expect(running.changedAt).toBe(begin + i)
        })
      }),
    )
  })

  test('keeps the strongest measurement of each sign, in the order they first spoke', () => {
    fc.assert(
      fc.property(fc.array(measured, { maxLength: 40 }), fc.integer({ min: 1, max: 5 }), (list, size) => {
        const running = drawnRunning(begin, 100)
        for (let i = 0; i < list.length; i += size) keepEvidence(running, list.slice(i, i + size))
        const order = [...new Set(list.map(({ sign }) => sign))]
        expect(running.evidence.map(({ sign }) => sign)).toEqual(order)
        for (const kept of running.evidence) {
          const values = list.filter(({ sign }) => sign === kept.sign).map(({ value }) => Math.abs(value))
          expect(Math.abs(kept.value)).toBe(Math.max(...values))
        }
      }),
    )
  })

  test('knows its peak and its last price', () => {
    const prices = fc.array(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 80 })
    fc.assert(
      fc.property(prices, (list) => {
        const running = drawnRunning(begin, 100)
        list.forEach((price, i) => movePrice(running, begin + (i + 1) * 7000, price))
        expect(running.lastPrice).toBe(list.at(-1))
        expect(running.peakPrice).toBe(Math.max(100, ...list))
        expect(running.line.values.at(-1)).toBe(list.at(-1))
      }),
    )
  })

  test('gives away a snapshot that what follows does not touch', () => {
    const running = drawnRunning(begin, 100)
    movePrice(running, begin + 15_000, 120)
    const shown = snapshot(running)
    const copy = structuredClone(shown)
    movePrice(running, begin + 90_000, 180)
    keepEvidence(running, [{ sign: 'return', value: 1, unit: 'fraction', windowMs: 0, at: begin }])
    running.also.push('stray-print')
    expect(shown).toEqual(copy)
    expect(shown.line.values[shown.line.start]).toBe(100)
    expect(shown).not.toHaveProperty('signalAt')
  })
})
