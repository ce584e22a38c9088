import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBudget } from '../../../src/background/requests/rate-limit.ts'

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
    expect(budget.spend(1450, begin)).not.toBeNull()
    expect(budget.spend(80, begin)).toBeNull()
    expect(budget.spend(80, begin + 59_999)).toBeNull()
    expect(budget.spend(50, begin + 59_999)).not.toBeNull()
    expect(budget.spend(80, begin + 60_000)).not.toBeNull()
  })

  test('sends a request dearer than our share alone, and pays for it in time', () => {
    const budget = createBudget({ weight: 1, perMs: 1000 })
    expect(budget.spend(1, begin)).not.toBeNull()
    expect(budget.spend(1, begin + 3999)).toBeNull()
    expect(budget.spend(1, begin + 4000)).not.toBeNull()
  })

  test('spends all of a pace that is ours', () => {
    const budget = createBudget({ weight: 1, perMs: 10_000, useInFull: true })
    expect(budget.spend(1, begin)).not.toBeNull()
    expect(budget.spend(1, begin + 9999)).toBeNull()
    expect(budget.spend(1, begin + 10_000)).not.toBeNull()
  })

  test('where requests must keep apart, two never reach the venue closer, however long each is on its way', () => {
    const perMs = 10_000
    const requests = fc.array(
      fc.record({ waits: fc.nat(3000), there: fc.nat(4000), back: fc.nat(4000), isLost: fc.boolean() }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(requests, (list) => {
        const budget = createBudget({ weight: 1, perMs, useInFull: true, untilResponse: true })
        const arrivals: number[] = []
        let now = begin
        for (const { waits, there, back, isLost } of list) {
          now += waits
          let arrived = budget.spend(1, now)
          for (; !arrived; now += 250) arrived = budget.spend(1, now + 250)
          arrivals.push(now + there)
          // Of what is lost on its way nobody hears until it is given up.
          if (!isLost) arrived(now + there + back)
        }
        for (const [i, at] of arrivals.entries())
          if (i > 0) expect(at - arrivals[i - 1]!).toBeGreaterThanOrEqual(perMs)
      }),
    )
  })

  test('an answer that never comes does not hold up for ever', () => {
    const budget = createBudget({ weight: 1, perMs: 10_000, useInFull: true, untilResponse: true })
    expect(budget.spend(1, begin)).not.toBeNull()
    expect(budget.spend(1, begin + 24_999)).toBeNull()
    expect(budget.spend(1, begin + 25_000)).not.toBeNull()
  })

  test('a clock that is set back gives nothing away', () => {
    const budget = createBudget(published)
    budget.spend(1500, begin)
    expect(budget.spend(1, begin - 3_600_000)).toBeNull()
    // Nor does it hold anything up.
    expect(budget.spend(1, begin - 3_600_000 + 60_000)).not.toBeNull()
  })
})
