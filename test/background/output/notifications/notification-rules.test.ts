import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Alert,
  alertFor,
  type AlertRules,
  heldBack,
  withAlert,
} from '../../../../src/background/output/notifications/notification-rules.ts'
import { changeSinceStart, type Episode, phases } from '../../../../src/market/episode.ts'
import { tierRank, tiers } from '../../../../src/market/tier.ts'
import { drawnEpisode } from '../../drawn/drawn-episode.ts'

const now = 1_700_000_000_000
const rules: AlertRules = { least: 'warning', quiet: null, hourlyMost: 12 }

/** Tells a course of states as they come; one flag each: was the trader notified? */
function tell(course: readonly Partial<Episode>[], stepMs = 60_000): boolean[] {
  let told: readonly Alert[] = []
  return course.map((state, i) => {
    const alert = alertFor(drawnEpisode(state), told, rules, now + i * stepMs)
    if (alert) told = withAlert(told, alert)
    return alert !== null
  })
}

describe('an episode is notified', () => {
  test('once, however often it changes', () => {
    expect(tell([{}, {}, { phase: 'fading' }, { lastPrice: 130, also: ['stray-print'] }])).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  test('not below the tier asked for', () => {
    expect(tell([{ tier: 'notice' }, { tier: 'warning' }])).toEqual([false, true])
  })

  test('again on a higher tier', () => {
    expect(tell([{}, { tier: 'danger' }, { tier: 'danger' }])).toEqual([true, true, false])
  })

  test('again when it turns to falling, once', () => {
    const falling = { phase: 'falling', lastPrice: 108 } as const
    expect(tell([{}, falling, falling, { ...falling, phase: 'settled' }])).toEqual([true, true, false, false])
  })

  test('again on another half beyond the last alert, measured from that', () => {
    const at = (lastPrice: number) => ({ lastPrice, peakPrice: lastPrice })
    expect(tell([at(120), at(179), at(181), at(270), at(272)])).toEqual([true, false, true, false, true])
  })

  test('also where it runs downwards', () => {
    const at = (lastPrice: number) => ({ kind: 'dump', lastPrice, peakPrice: lastPrice }) as const
    expect(tell([at(90), at(61), at(59)])).toEqual([true, false, true])
  })

  test('not when it is heard of only after it settled', () => {
    expect(tell([{ phase: 'settled' }])).toEqual([false])
  })

  test('not beyond so many an hour, and again an hour later', () => {
    const told: Alert[] = []
    const hear = (n: number, at: number) => {
      const alert = alertFor(drawnEpisode({ id: `episode ${n}` }), told, rules, at)
      if (alert) told.push(alert)
      return alert !== null
    }
    for (let n = 0; n < rules.hourlyMost; n++) expect(hear(n, now + n)).toBe(true)
    expect(hear(99, now + 3_599_999)).toBe(false)
    expect(hear(99, now + 3_600_000)).toBe(true)
  })
})

describe('rules', () => {
  test('of no tier let nothing through', () => {
    expect(alertFor(drawnEpisode({ tier: 'danger' }), [], { ...rules, least: null }, now)).toBeNull()
  })

  // 1_700_000_000_000 is 07:13 in Tokyo.
  const quiet = { from: 22 * 60, to: 8 * 60, timeZone: 'Asia/Tokyo', dangerExempt: true }

  test('of quiet hours hold what comes and sum it up when they end', () => {
    const night = { ...rules, quiet }
    const held = alertFor(drawnEpisode(), [], night, now)
    expect(held?.way).toBe('held')
    expect(heldBack([held!], night, now)).toEqual([])
    expect(heldBack([held!], night, now + 3_600_000)).toEqual([held])
  })

  test('of quiet hours let a Danger through where it is exempt, and only there', () => {
    const danger = drawnEpisode({ tier: 'danger' })
    expect(alertFor(danger, [], { ...rules, quiet }, now)?.way).toBe('alone')
    const strict = { ...quiet, dangerExempt: false }
    expect(alertFor(danger, [], { ...rules, quiet: strict }, now)?.way).toBe('held')
  })

  test('of the hour do not count what was held', () => {
    const night = { ...rules, quiet, hourlyMost: 1 }
    const held = alertFor(drawnEpisode({ id: 'a' }), [], night, now)!
    expect(alertFor(drawnEpisode({ id: 'b', tier: 'danger' }), [held], night, now + 1)?.way).toBe('alone')
  })
})

test('every notification has a reason, whatever the course', () => {
  const state = fc.record({
    tier: fc.constantFrom(...tiers),
    phase: fc.constantFrom(...phases),
    lastPrice: fc.integer({ min: 20, max: 500 }),
  })
  fc.assert(
    fc.property(fc.array(state, { maxLength: 40 }), (course) => {
      let told: Alert | null = null
      for (const state of course) {
        const episode = drawnEpisode(state)
        // Hours apart, so that the hourly limit plays no part.
        const alert = alertFor(episode, told ? [told] : [], rules, now)
        if (!alert) continue
        if (told) {
          const grew = (1 + changeSinceStart(episode)) / told.ratio
          const isHigher = tierRank(alert.tier) > tierRank(told.tier)
          const isTurn = episode.phase === 'falling' && !told.fell
          expect(isHigher || isTurn || grew > 1.5 || grew < 1 / 1.5).toBe(true)
        }
        expect(tierRank(alert.tier)).toBeGreaterThanOrEqual(tierRank('warning'))
        told = { ...alert, at: now - 7_200_000 }
      }
    }),
  )
})
