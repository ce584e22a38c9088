import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decay } from '../../src/stats/decay.ts'

const spans = fc.double({ min: 0, max: 1e7, noNaN: true })
const halfLives = fc.double({ min: 1, max: 1e7, noNaN: true })

describe('decay', () => {
  test('halves the weight of the old value every half-life', () => {
    expect(decay(30, 30)).toBeCloseTo(0.5, 12)
    expect(decay(60, 30)).toBeCloseTo(0.75, 12)
    expect(decay(0, 30)).toBe(0)
  })

  test('is a weight between 0 and 1, and 0 for negative time', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), halfLives, (dt, halfLife) => {
        const weight = decay(dt, halfLife)
        expect(weight).toBeGreaterThanOrEqual(0)
        expect(weight).toBeLessThanOrEqual(1)
        if (dt <= 0) expect(weight).toBe(0)
      }),
    )
  })

  test('does not depend on how a span is divided into steps', () => {
    fc.assert(
      fc.property(spans, spans, halfLives, (a, b, halfLife) => {
        const keptInSteps = (1 - decay(a, halfLife)) * (1 - decay(b, halfLife))
        expect(keptInSteps).toBeCloseTo(1 - decay(a + b, halfLife), 9)
      }),
    )
  })
})
