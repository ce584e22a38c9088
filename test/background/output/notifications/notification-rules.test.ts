import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  alertFor as alertOf,
  type AlertRules,
  dueForDigest,
} from '../../../../src/background/output/notifications/notification-rules.ts'
import { withAlert, withDigest } from '../../../../src/background/output/notifications/sent-alerts.ts'
import type { SentAlert } from '../../../../src/background/storage/sent-alert.ts'
import { changeSinceStart, type Episode, phases } from '../../../../src/market/episode.ts'
import { tierRank, tiers } from '../../../../src/market/tier.ts'
import { exampleEpisode } from '../../simulated/example-episode.ts'

const now = 1_700_000_000_000
const rules: AlertRules = { least: 'warning', quiet: null, hourlyMost: 12 }

/** The alert about an episode of a pair that the trader does not follow. */
const alertFor = (episode: Episode, sent: readonly SentAlert[], rules: AlertRules, at: number) =>
  alertOf(episode, sent, rules, false, at)

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

  test('of a turn once, though the card settled and was taken up again, and at a turn from a new high', () => {
    const falling = { phase: 'falling', lastPrice: 105 } as const
    const again = { phase: 'fading', lastPrice: 105 } as const
    expect(notified([{}, falling, { ...falling, phase: 'settled' }, again, falling])).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
    const higher = { lastPrice: 150, peakPrice: 150 }
    const lower = { ...higher, phase: 'falling', lastPrice: 120 } as const
    expect(notified([{}, falling, higher, lower, lower])).toEqual([true, true, false, true, false])
  })

  test('not of growth where a rise is given back', () => {
    const at = (lastPrice: number) => ({ lastPrice, peakPrice: 300, phase: 'fading' as const })
    expect(notified([at(290), at(190), at(120)])).toEqual([true, false, false])
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
})

describe('the hourly limit', () => {
  /** Alerts of so many episodes, a second apart, then those of more. */
  function storm(count: number, from = now, sent: readonly SentAlert[] = [], state: Partial<Episode> = {}) {
    for (let n = 0; n < count; n++) {
      const at = from + n * 1000
      const alert = alertFor(exampleEpisode({ id: `${from} ${n}`, ...state }), sent, rules, at)
      if (alert) sent = withAlert(sent, alert)
    }
    return sent
  }
  const shown = (sent: readonly SentAlert[]) => sent.filter(({ way }) => way === 'alone').length
  const limited = (sent: readonly SentAlert[]) => sent.filter(({ way }) => way === 'limited')
  const followed = (state: Partial<Episode>, sent: readonly SentAlert[], isFollowed = true) =>
    alertOf(exampleEpisode({ id: 'one', ...state }), sent, rules, isFollowed, now + 60_000)?.way

  test('keeps back what is beyond it, and lets through again an hour later', () => {
    const sent = storm(13)
    expect(shown(sent)).toBe(12)
    expect(limited(sent)).toHaveLength(1)
    const isShown = (at: number) => alertFor(exampleEpisode({ id: 'z' }), sent, rules, at)?.way
    expect(isShown(now + 3_599_999)).toBe('limited')
    expect(isShown(now + 3_600_000)).toBe('alone')
  })

  test('counts every alert of an episode that alerts again and again', () => {
    let sent: readonly SentAlert[] = []
    for (let n = 0; n < 40; n++) {
      const price = 112 * 1.6 ** n
      const alert = alertFor(exampleEpisode({ lastPrice: price }), sent, rules, now + n * 60_000)
      if (alert) sent = withAlert(sent, alert)
    }
    expect(shown(sent)).toBe(12)
  })

  test('counts beyond the number of episodes that are remembered', () => {
    const many: AlertRules = { ...rules, hourlyMost: 250 }
    let sent: readonly SentAlert[] = []
    for (let n = 0; n < 400; n++) {
      const alert = alertFor(exampleEpisode({ id: `${n}` }), sent, many, now + n)
      if (alert) sent = withAlert(sent, alert)
    }
    expect(shown(sent)).toBe(250)
    expect(limited(sent)).toHaveLength(150)
  })

  test('does not count what was stored before the clock was set back', () => {
    expect(shown(storm(5, now, storm(12, now + 7_200_000)))).toBe(17)
  })

  test('never keeps back a Danger of a followed pair, of the accounts or of the whole market', () => {
    const sent = storm(12)
    expect(followed({ tier: 'danger' }, sent)).toBe('alone')
    expect(followed({ tier: 'danger', also: ['key-abuse'] }, sent, false)).toBe('alone')
    expect(followed({ tier: 'danger', kind: 'market-wide' }, sent, false)).toBe('alone')
    expect(followed({ tier: 'danger' }, sent, false)).toBe('limited')
    expect(followed({ tier: 'warning' }, sent)).toBe('limited')
  })

  test('gives way to one summary of all that it kept back, which counts as one', () => {
    const sent = storm(20)
    expect(dueForDigest(sent, rules, now + 3_599_000)).toEqual([])
    const due = dueForDigest(sent, rules, now + 3_600_000)
    expect(due).toHaveLength(8)
    const told = withDigest(sent, due, now + 3_600_000)
    expect(dueForDigest(told, rules, now + 3_600_001)).toEqual([])
    expect(alertFor(exampleEpisode({ id: 'z' }), told, rules, now + 3_600_001)?.way).toBe('limited')
  })

  test('tells of a Danger it kept back at once, and of the next a few minutes later', () => {
    const sent = storm(13, now, [], { tier: 'danger' })
    const due = dueForDigest(sent, rules, now + 13_000)
    expect(due).toHaveLength(1)
    const later = storm(1, now + 20_000, withDigest(sent, due, now + 13_000), { tier: 'danger' })
    expect(dueForDigest(later, rules, now + 20_001)).toEqual([])
    expect(dueForDigest(later, rules, now + 313_000)).toHaveLength(1)
  })

  test('does not tell in quiet hours', () => {
    const quiet = { from: 0, to: 1439, timeZone: 'UTC', dangerExempt: true }
    expect(dueForDigest(storm(13), { ...rules, quiet }, now + 7_200_000)).toEqual([])
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
    expect(dueForDigest([held!], night, now)).toEqual([])
    expect(dueForDigest([held!], night, now + 3_600_000)).toEqual([held])
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
