import { describe, expect, test } from 'vitest'
import type { Episode } from '../../src/market/episode.ts'
import { extendCourse, type Course } from '../../src/shared/course.ts'
import { episode, marketNow } from '../../tools/examples/made-up.ts'

const second = 1000
/** The example episode some time (ms) after `marketNow`. */
function episodeAfter(after: number, part: Partial<Episode> = {}): Episode {
  const at = marketNow + after
  const evidence = [{ sign: 'turnover', unit: 'times', value: after / second, windowMs: 60_000, at } as const]
  return episode({ changedAt: marketNow, updatedAt: at, evidence, ...part })
}
const courseOf = (episodes: readonly Episode[]) => episodes.reduce<Course | null>(extendCourse, null)

describe('extendCourse', () => {
  test('records each change of tier, phase and kinds once', () => {
    const course = courseOf([
      episodeAfter(0, { tier: 'notice', phase: 'building' }),
      episodeAfter(2_000, { tier: 'notice', phase: 'building' }),
      episodeAfter(4_000, { tier: 'warning', phase: 'building', changedAt: marketNow + 4_000 }),
      episodeAfter(6_000, {
        tier: 'warning',
        phase: 'surging',
        changedAt: marketNow + 6_000,
        also: ['key-abuse'],
      }),
    ])
    expect(course?.steps.map(({ at, tier, phase, kinds }) => [at - marketNow, tier, phase, kinds])).toEqual([
      [0, 'notice', 'building', ['pump']],
      [4_000, 'warning', 'building', ['pump']],
      [6_000, 'warning', 'surging', ['pump', 'key-abuse']],
    ])
  })

  test('ignores a state older than the last change', () => {
    const before = courseOf([episodeAfter(5_000, { phase: 'fading', changedAt: marketNow + 5_000 })])
    expect(extendCourse(before, episodeAfter(3_000, { phase: 'surging' }))).toBe(before)
  })

  test('samples recent evidence every ten seconds', () => {
    const stale = [
      { sign: 'sweep', unit: 'fraction', value: 1, windowMs: 0, at: marketNow - 60_000 } as const,
    ]
    const episodes = [0, 2_000, 8_999, 10_000, 15_000, 21_000].map((ms) =>
      episodeAfter(ms, { evidence: [...episodeAfter(ms).evidence, ...stale] }),
    )
    const samples = courseOf(episodes)?.samples
    expect(samples?.map(({ at }) => at - marketNow)).toEqual([0, 10_000, 21_000])
    expect(samples?.[1]?.values).toEqual({ turnover: 10 })
  })

  test('keeps a bounded number of samples from the whole duration', () => {
    let course: Course | null = null
    for (let i = 0; i < 5_000; i++) course = extendCourse(course, episodeAfter(i * 10 * second))
    expect(course?.samples.length).toBeLessThanOrEqual(240)
    expect(course?.samples.length).toBeGreaterThan(100)
    expect(course?.samples[0]?.at).toBe(marketNow)
    const last = course?.samples.at(-1)?.at ?? 0
    expect(last).toBeGreaterThan(marketNow + 4_500 * 10 * second)
  })

  test('keeps the first changes of an episode with too many', () => {
    const phases = ['surging', 'fading'] as const
    const episodes = Array.from({ length: 200 }, (_, i) =>
      episodeAfter(i, { phase: phases[i % 2] ?? 'surging', changedAt: marketNow + i }),
    )
    const steps = courseOf(episodes)?.steps ?? []
    expect(steps.length).toBeLessThanOrEqual(60)
    expect(steps[0]?.at).toBe(marketNow)
  })
})
