import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  alertFor,
  type AlertRules,
  heldAlerts,
  withAlert,
} from '../../../../src/background/output/notifications/notification-rules.ts'
import type { SentAlert } from '../../../../src/background/storage/sent-alert.ts'
import { changeSinceStart, type Episode, phases } from '../../../../src/market/episode.ts'
import { tierRank, tiers } from '../../../../src/market/tier.ts'
import { exampleEpisode } from '../../simulated/example-episode.ts'

const now = 1_700_000_000_000
const rules: AlertRules = { least: 'warning', quiet: null, hourlyMost: 12 }

/** Applies the rules to successive states; one flag each: was the trader notified? */
function notified(course: readonly Partial<Episode>[], stepMs = 60_000): boolean[] {
  let sent: readonly SentAlert[] = []
  return course.map((state, i) => {
    const alert = alertFor(exampleEpisode(state), sent, rules, now + i * stepMs)
    if (alert) sent = withAlert(sent, alert)
    return alert !== null
  })
}

describe('an episode is notified', () => {
  test('once, however often it changes', () => {
    expect(notified([{}, {}, { phase: 'fading' }, { lastPrice: 130, also: ['stray-print'] }])).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  test('not below the chosen tier', () => {
    expect(notified([{ tier: 'notice' }, { tier: 'warning' }])).toEqual([false, true])
  })

  test('again on a higher tier', () => {
    expect(notified([{}, { tier: 'danger' }, { tier: 'danger' }])).toEqual([true, true, false])
  })

  test('again when it turns to falling, once', () => {
    const falling = { phase: 'falling', lastPrice: 108 } as const
    expect(notified([{}, falling, falling, { ...falling, phase: 'settled' }])).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  test('again on another +50 % beyond the last alert', () => {
    const at = (lastPrice: number) => ({ lastPrice, peakPrice: lastPrice })
    expect(notified([at(120), at(179), at(181), at(270), at(272)])).toEqual([true, false, true, false, true])
  })

  test('again on such a move downwards', () => {
    const at = (lastPrice: number) => ({ kind: 'dump', lastPrice, peakPrice: lastPrice }) as const
    expect(notified([at(90), at(61), at(59)])).toEqual([true, false, true])
  })

  test('not when it is already settled', () => {
    expect(notified([{ phase: 'settled' }])).toEqual([false])
  })

  test('not beyond the hourly limit, and again an hour later', () => {
    const sent: SentAlert[] = []
    const isNotified = (n: number, at: number) => {
      const alert = alertFor(exampleEpisode({ id: `episode ${n}` }), sent, rules, at)
      if (alert) sent.push(alert)
      return alert !== null
    }
    for (let n = 0; n < rules.hourlyMost; n++) expect(isNotified(n, now + n)).toBe(true)
    expect(isNotified(99, now + 3_599_999)).toBe(false)
    expect(isNotified(99, now + 3_600_000)).toBe(true)
  })
})

describe('rules', () => {
  test('without a tier let nothing through', () => {
    expect(alertFor(exampleEpisode({ tier: 'danger' }), [], { ...rules, least: null }, now)).toBeNull()
  })

  // 1_700_000_000_000 is 07:13 in Tokyo.
  const quiet = { from: 22 * 60, to: 8 * 60, timeZone: 'Asia/Tokyo', dangerExempt: true }

  test('of quiet hours hold alerts and sum them up at their end', () => {
    const night = { ...rules, quiet }
    const held = alertFor(exampleEpisode(), [], night, now)
    expect(held?.way).toBe('held')
    expect(heldAlerts([held!], night, now)).toEqual([])
    expect(heldAlerts([held!], night, now + 3_600_000)).toEqual([held])
  })

  test('of quiet hours let a Danger through only where it is exempt', () => {
    const danger = exampleEpisode({ tier: 'danger' })
    expect(alertFor(danger, [], { ...rules, quiet }, now)?.way).toBe('alone')
    const strict = { ...quiet, dangerExempt: false }
    expect(alertFor(danger, [], { ...rules, quiet: strict }, now)?.way).toBe('held')
  })

  test('do not count held alerts towards the hourly limit', () => {
    const night = { ...rules, quiet, hourlyMost: 1 }
    const held = alertFor(exampleEpisode({ id: 'a' }), [], night, now)!
    expect(alertFor(exampleEpisode({ id: 'b', tier: 'danger' }), [held], night, now + 1)?.way).toBe('alone')
  })
})

test('every notification has a reason, whatever the sequence of states', () => {
  const state = fc.record({
    tier: fc.constantFrom(...tiers),
    phase: fc.constantFrom(...phases),
    lastPrice: fc.integer({ min: 20, max: 500 }),
  })
  fc.assert(
    fc.property(fc.array(state, { maxLength: 40 }), (course) => {
      let sent: SentAlert | null = null
      for (const state of course) {
        const episode = exampleEpisode(state)
        // Hours apart, so that the hourly limit plays no part.
        const alert = alertFor(episode, sent ? [sent] : [], rules, now)
        if (!alert) continue
        if (sent) {
          const grew = (1 + changeSinceStart(episode)) / sent.ratio
          const isHigher = tierRank(alert.tier) > tierRank(sent.tier)
          const isTurn = episode.phase === 'falling' && !sent.fell
          expect(isHigher || isTurn || grew > 1.5 || grew < 1 / 1.5).toBe(true)
        }
        expect(tierRank(alert.tier)).toBeGreaterThanOrEqual(tierRank('warning'))
        sent = { ...alert, at: now - 7_200_000 }
      }
    }),
  )
})
