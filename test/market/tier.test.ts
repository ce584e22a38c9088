import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { strongerTier, tierRank, tiers } from '../../src/market/tier.ts'

const anyTier = fc.constantFrom(null, ...tiers)

describe('tiers', () => {
  test('rank from none to danger', () => {
    expect([null, 'notice', 'warning', 'danger'].map((tier) => tierRank(tier as never))).toEqual([0, 1, 2, 3])
  })

  test('the stronger of two is one of them, and at least as strong as both', () => {
    fc.assert(
      fc.property(anyTier, anyTier, (a, b) => {
        const stronger = strongerTier(a, b)
        expect([a, b]).toContain(stronger)
        expect(tierRank(stronger)).toBe(Math.max(tierRank(a), tierRank(b)))
      }),
    )
  })
})
