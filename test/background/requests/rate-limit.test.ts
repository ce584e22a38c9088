import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRateLimit } from '../../../src/background/requests/rate-limit.ts'

const published = { weight: 6000, perMs: 60_000 }
const begin = 1_700_000_000_000

describe('the rate limit', () => {
  test('never exceeds a quarter of the published limit in any stretch of its period', () => {
    const attempts = fc.array(
      fc.record({ after: fc.nat(20_000), weight: fc.integer({ min: 1, max: 400 }) }),
      {
        maxLength: 200,
      },
    )
    fc.assert(
      fc.property(attempts, (list) => {
        const limit = createRateLimit(published)
        let now = begin
        const spent: { now: number; weight: number }[] = []
        for (const { after, weight } of list) {
          now += after
          if (limit.tryAcquire(weight, now)) spent.push({ now, weight })
        }
        for (const first of spent) {
          const within = spent.filter(({ now: at }) => at >= first.now && at < first.now + published.perMs)
          expect(within.reduce((sum, { weight }) => sum + weight, 0)).toBeLessThanOrEqual(1500)
        }
      }),
    )
  })

  test('tells the part of our share that is spent', () => {
    const limit = createRateLimit(published)
    expect(limit.spentShare(begin)).toBe(0)
    limit.tryAcquire(600, begin)
    limit.tryAcquire(150, begin + 30_000)
    limit.tryAcquire(1000, begin + 30_000)
    expect(limit.spentShare(begin + 59_999)).toBe(0.5)
    expect(limit.spentShare(begin + 60_000)).toBe(0.1)
  })

  test('charges nothing for a refusal, and grants again once there is room', () => {
    const limit = createRateLimit(published)
    expect(limit.tryAcquire(1450, begin)).not.toBeNull()
    expect(limit.tryAcquire(80, begin)).toBeNull()
    expect(limit.tryAcquire(80, begin + 59_999)).toBeNull()
    expect(limit.tryAcquire(50, begin + 59_999)).not.toBeNull()
    expect(limit.tryAcquire(80, begin + 60_000)).not.toBeNull()
  })

  test('grants a request heavier than our share by itself, for a proportionally longer time', () => {
    const limit = createRateLimit({ weight: 1, perMs: 1000 })
    expect(limit.tryAcquire(1, begin)).not.toBeNull()
    expect(limit.tryAcquire(1, begin + 3999)).toBeNull()
    expect(limit.tryAcquire(1, begin + 4000)).not.toBeNull()
  })

  test('keeps to its part where the exchange counts both its markets in one limit', () => {
    const limits = [0.6, 0.4].map((part) => createRateLimit({ weight: 2000, perMs: 30_000, part }))
    const spent = limits.map((limit) => {
      let weight = 0
      while (limit.tryAcquire(5, begin)) weight += 5
      return weight
    })
    expect(spent).toEqual([300, 200])
    expect(limits.map((limit) => limit.spentShare(begin))).toEqual([1, 1])
  })

  test('uses the whole of a limit that we set ourselves', () => {
    const limit = createRateLimit({ weight: 1, perMs: 10_000, useInFull: true })
    expect(limit.tryAcquire(1, begin)).not.toBeNull()
    expect(limit.tryAcquire(1, begin + 9999)).toBeNull()
    expect(limit.tryAcquire(1, begin + 10_000)).not.toBeNull()
  })

  test('counts by the limit that the venue names, from its answer on', () => {
    const limit = createRateLimit({ weight: 10, perMs: 1000 })
    const restricted = { weight: 1, perMs: 10_000, useInFull: true, untilResponse: true } as const
    limit.tryAcquire(1, begin)
    limit.switchTo(restricted, begin + 3000)
    expect(limit.tryAcquire(1, begin + 12_999)).toBeNull()
    const arrived = limit.tryAcquire(1, begin + 13_000)!
    arrived(begin + 14_000)
    limit.switchTo(restricted, begin + 14_000)
    expect(limit.tryAcquire(1, begin + 23_999)).toBeNull()
    expect(limit.tryAcquire(1, begin + 24_000)).not.toBeNull()
  })

  test('where requests need a gap, no two arrive closer together, whatever their latencies', () => {
    const perMs = 10_000
    const requests = fc.array(
      fc.record({ waits: fc.nat(3000), there: fc.nat(4000), back: fc.nat(4000), isLost: fc.boolean() }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(requests, (list) => {
        const limit = createRateLimit({ weight: 1, perMs, useInFull: true, untilResponse: true })
        const arrivals: number[] = []
        let now = begin
        for (const { waits, there, back, isLost } of list) {
          now += waits
          let arrived = limit.tryAcquire(1, now)
          for (; !arrived; now += 250) arrived = limit.tryAcquire(1, now + 250)
          arrivals.push(now + there)
          // Nothing is reported of a lost request until it is given up.
          if (!isLost) arrived(now + there + back)
        }
        for (const [i, at] of arrivals.entries())
          if (i > 0) expect(at - arrivals[i - 1]!).toBeGreaterThanOrEqual(perMs)
      }),
    )
  })

  test('an answer that never comes does not block for ever', () => {
    const limit = createRateLimit({ weight: 1, perMs: 10_000, useInFull: true, untilResponse: true })
    expect(limit.tryAcquire(1, begin)).not.toBeNull()
    expect(limit.tryAcquire(1, begin + 24_999)).toBeNull()
    expect(limit.tryAcquire(1, begin + 25_000)).not.toBeNull()
  })

  test('a clock that is set back frees nothing early', () => {
    const limit = createRateLimit(published)
    limit.tryAcquire(1500, begin)
    expect(limit.tryAcquire(1, begin - 3_600_000)).toBeNull()
    // Nor does it block for longer.
    expect(limit.tryAcquire(1, begin - 3_600_000 + 60_000)).not.toBeNull()
  })
})
