import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBudget } from '../../src/background/budget.ts'

const published = { weight: 6000, perMs: 60_000 }
const begin = 1_700_000_000_000

describe('budget', () => {
  test('spends no more than a quarter of the published limit in any stretch of its length', () => {
    const asks = fc.array(fc.record({ after: fc.nat(20_000), weight: fc.integer({ min: 1, max: 400 }) }), {
      maxLength: 200,
    })
    fc.assert(
      fc.property(asks, (list) => {
        const budget = createBudget(published)
        let now = begin
        const spent: { now: number; weight: number }[] = []
        for (const { after, weight } of list) {
          now += after
          if (budget.spend(weight, now)) spent.push({ now, weight })
        }
        for (const first of spent) {
          const within = spent.filter(({ now: at }) => at >= first.now && at < first.now + published.perMs)
          expect(within.reduce((sum, { weight }) => sum + weight, 0)).toBeLessThanOrEqual(1500)
        }
      }),
    )
  })

  test('refuses without taking, and gives again when there is enough', () => {
    const budget = createBudget(published)
    expect(budget.spend(1450, begin)).toBe(true)
    expect(budget.spend(80, begin)).toBe(false)
    expect(budget.spend(80, begin + 59_999)).toBe(false)
    expect(budget.spend(50, begin + 59_999)).toBe(true)
    expect(budget.spend(80, begin + 60_000)).toBe(true)
  })

  test('sends a request dearer than our share alone, and pays for it in time', () => {
    const budget = createBudget({ weight: 1, perMs: 1000 })
    expect(budget.spend(1, begin)).toBe(true)
    expect(budget.spend(1, begin + 3999)).toBe(false)
    expect(budget.spend(1, begin + 4000)).toBe(true)
  })

  test('spends all of a pace that is ours', () => {
    const budget = createBudget({ weight: 1, perMs: 10_000, whole: true })
    expect(budget.spend(1, begin)).toBe(true)
    expect(budget.spend(1, begin + 9999)).toBe(false)
    expect(budget.spend(1, begin + 10_000)).toBe(true)
  })

  test('a clock that is set back gives nothing away', () => {
    const budget = createBudget(published)
    budget.spend(1500, begin)
    expect(budget.spend(1, begin - 3_600_000)).toBe(false)
    // Nor does it hold anything up.
    expect(budget.spend(1, begin - 3_600_000 + 60_000)).toBe(true)
  })
})
