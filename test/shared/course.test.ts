import { describe, expect, test } from 'vitest'
import type { Episode } from '../../src/market/episode.ts'
import { extendCourse, type Course } from '../../src/shared/course.ts'
import { episode, marketNow } from '../../tools/examples/made-up.ts'

const second = 1000
/** A look at the made-up episode so long after its beginning, ms. */
function look(after: number, part: Partial<Episode> = {}): Episode {
  const at = marketNow + after
  const evidence = [{ sign: 'turnover', unit: 'times', value: after / second, windowMs: 60_000, at } as const]
  return episode({ changedAt: marketNow, updatedAt: at, evidence, ...part })
}
const after = (looks: readonly Episode[]) => looks.reduce<Course | null>(extendCourse, null)

describe('the course of an episode', () => {
  test('keeps each change of tier, phase and kinds once', () => {
    const course = after([
      look(0, { tier: 'notice', phase: 'building' }),
      look(2_000, { tier: 'notice', phase: 'building' }),
      look(4_000, { tier: 'warning', phase: 'building', changedAt: marketNow + 4_000 }),
      look(6_000, { tier: 'warning', phase: 'surging', changedAt: marketNow + 6_000, also: ['key-abuse'] }),
    ])
    expect(course?.steps.map(({ at, tier, phase, kinds }) => [at - marketNow, tier, phase, kinds])).toEqual([
      [0, 'notice', 'building', ['pump']],
      [4_000, 'warning', 'building', ['pump']],
      [6_000, 'warning', 'surging', ['pump', 'key-abuse']],
    ])
  })

  test('a value that trails what was seen already changes nothing', () => {
    const before = after([look(5_000, { phase: 'fading', changedAt: marketNow + 5_000 })])
    expect(extendCourse(before, look(3_000, { phase: 'surging' }))).toBe(before)
  })

  test('takes a sample every ten seconds, of what was measured just then', () => {
    const stale = [
      { sign: 'sweep', unit: 'fraction', value: 1, windowMs: 0, at: marketNow - 60_000 } as const,
    ]
    const looks = [0, 2_000, 9_999, 10_000, 15_000, 21_000].map((ms) =>
      look(ms, { evidence: [...look(ms).evidence, ...stale] }),
    )
    const samples = after(looks)?.samples
    expect(samples?.map(({ at }) => at - marketNow)).toEqual([0, 10_000, 21_000])
    expect(samples?.[1]?.values).toEqual({ turnover: 10 })
  })

  test('stays small however long the episode runs, and reaches back to its beginning', () => {
    let course: Course | null = null
    for (let i = 0; i < 5_000; i++) course = extendCourse(course, look(i * 10 * second))
    expect(course?.samples.length).toBeLessThanOrEqual(240)
    expect(course?.samples.length).toBeGreaterThan(100)
    expect(course?.samples[0]?.at).toBe(marketNow)
    const last = course?.samples.at(-1)?.at ?? 0
    expect(last).toBeGreaterThan(marketNow + 4_500 * 10 * second)
  })

  test('a restless episode keeps its first changes', () => {
    const phases = ['surging', 'fading'] as const
    const looks = Array.from({ length: 200 }, (_, i) =>
      look(i, { phase: phases[i % 2] ?? 'surging', changedAt: marketNow + i }),
    )
    const steps = after(looks)?.steps ?? []
    expect(steps.length).toBeLessThanOrEqual(60)
    expect(steps[0]?.at).toBe(marketNow)
  })
})
