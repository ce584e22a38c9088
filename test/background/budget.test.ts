import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBudget } from '../../src/background/budget.ts'

const published = { weight: 6000, perMs: 60_000 }
const begin = 1_700_000_000_000

describe('budget', () => {
  test('spends no more than a quarter of the published limit, and what flowed back since', () => {
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
        // In any span: a full bucket and what the span brought.
        spent.forEach((first, i) => {
          let sum = 0
          for (const { now: at, weight } of spent.slice(i)) {
            sum += weight
            expect(sum).toBeLessThanOrEqual(1500 + ((at - first.now) * 1500) / 60_000 + 1e-6)
          }
        })
      }),
    )
  })

  test('refuses without taking, and gives again when there is enough', () => {
    const budget = createBudget(published)
    expect(budget.spend(1500, begin)).toBe(true)
    expect(budget.spend(80, begin)).toBe(false)
    expect(budget.spend(80, begin + 3000)).toBe(false)
    expect(budget.spend(80, begin + 3200)).toBe(true)
  })

  test('a clock that is set back gives nothing away', () => {
    const budget = createBudget(published)
    budget.spend(1500, begin)
    expect(budget.spend(1, begin - 3_600_000)).toBe(false)
  })
})
