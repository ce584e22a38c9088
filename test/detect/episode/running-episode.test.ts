import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keepEvidence, movePrice, raiseTier, snapshot } from '../../../src/detect/episode/running-episode.ts'
import type { Evidence } from '../../../src/market/evidence.ts'
import { tierRank, tiers } from '../../../src/market/tier.ts'
import { runningPump } from '../synthetic/running-pump.ts'

const begin = 1_700_000_000_000
const anyTier = fc.constantFrom(null, ...tiers)

const randomEvidence = fc.record({
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
        const running = runningPump(begin, 100)
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

  test('keeps the strongest measurement of each sign, in the order in which they first appeared', () => {
    fc.assert(
      fc.property(
        fc.array(randomEvidence, { maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        (list, size) => {
          const running = runningPump(begin, 100)
          for (let i = 0; i < list.length; i += size) keepEvidence(running, list.slice(i, i + size))
          const order = [...new Set(list.map(({ sign }) => sign))]
          expect(running.evidence.map(({ sign }) => sign)).toEqual(order)
          for (const kept of running.evidence) {
            const values = list.filter(({ sign }) => sign === kept.sign).map(({ value }) => Math.abs(value))
            expect(Math.abs(kept.value)).toBe(Math.max(...values))
          }
        },
      ),
    )
  })

  test('tracks its peak and its last price', () => {
    const prices = fc.array(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 80 })
    fc.assert(
      fc.property(prices, (list) => {
        const running = runningPump(begin, 100)
        list.forEach((price, i) => movePrice(running, begin + (i + 1) * 7000, price))
        expect(running.lastPrice).toBe(list.at(-1))
        expect(running.peakPrice).toBe(Math.max(100, ...list))
        expect(running.line.values.at(-1)).toBe(list.at(-1))
      }),
    )
  })

  test('gives a snapshot that later changes do not affect', () => {
    const running = runningPump(begin, 100)
    movePrice(running, begin + 15_000, 120)
    const taken = snapshot(running)
    const copy = structuredClone(taken)
    movePrice(running, begin + 90_000, 180)
    keepEvidence(running, [{ sign: 'return', value: 1, unit: 'fraction', windowMs: 0, at: begin }])
    running.also.push('stray-print')
    expect(taken).toEqual(copy)
    expect(taken.line.values[taken.line.start]).toBe(100)
    expect(taken).not.toHaveProperty('signalAt')
  })
})
