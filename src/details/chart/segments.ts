import type { Episode, Phase } from '../../market/episode.ts'
import { tierRank, type Tier } from '../../market/tier.ts'
import type { Course } from '../../shared/course.ts'

/** A stretch of time, ms, in which something was so; null: nobody knows what was. */
export interface Segment<T> {
  readonly from: number
  readonly to: number
  readonly value: T | null
}

/**
 * The tiers an episode stood at, one after another. A tier is reached once and stays until the end.
 *
 * @param until where the episode ends, or the present
 */
export function tierSegments(course: Course, episode: Episode, until: number): readonly Segment<Tier>[] {
  const rises = course.steps.filter(
    ({ tier }, i) =>
      tierRank(tier) > Math.max(0, ...course.steps.slice(0, i).map((step) => tierRank(step.tier))),
  )
  return segments(
    rises.map(({ at, tier }) => ({ at, value: tier })),
    episode,
    until,
  )
}

/** The phases an episode went through; `until` as for tiers. Settled lasts on. */
export function phaseSegments(course: Course, episode: Episode, until: number): readonly Segment<Phase>[] {
  const turns = course.steps.filter(({ phase }, i) => phase !== course.steps[i - 1]?.phase)
  return segments(
    turns.map(({ at, phase }) => ({ at, value: phase })),
    episode,
    until,
  )
}

/** Before the first change that was noted, the episode ran without anybody writing down how. */
function segments<T>(
  changes: readonly { readonly at: number; readonly value: T }[],
  { startedAt }: Episode,
  until: number,
): readonly Segment<T>[] {
  const first = changes[0]?.at ?? until
  const known = changes.map(({ at, value }, i) => ({ from: at, to: changes[i + 1]?.at ?? until, value }))
  const unknown = first > startedAt ? [{ from: startedAt, to: first, value: null }] : []
  return [...unknown, ...known].filter(({ from, to }) => to > from)
}
