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
 * @param whole somebody watched from the first change on: before it nothing was flagged
 */
export function tierSegments(
  course: Course,
  episode: Episode,
  until: number,
  whole: boolean,
): readonly Segment<Tier>[] {
  const rises = course.steps.filter(
    ({ tier }, i) =>
      tierRank(tier) > Math.max(0, ...course.steps.slice(0, i).map((step) => tierRank(step.tier))),
  )
  return segments(
    rises.map(({ at, tier }) => ({ at, value: tier })),
    whole ? null : episode.startedAt,
    until,
  )
}

/** The phases an episode went through; Parameters as for tiers. Settled lasts on. */
export function phaseSegments(
  course: Course,
  episode: Episode,
  until: number,
  whole: boolean,
): readonly Segment<Phase>[] {
  const turns = course.steps.filter(({ phase }, i) => phase !== course.steps[i - 1]?.phase)
  return segments(
    turns.map(({ at, phase }) => ({ at, value: phase })),
    whole ? null : episode.startedAt,
    until,
  )
}

/** From `unknownFrom` to the first change that was noted, the episode ran without anybody writing down how. */
function segments<T>(
  changes: readonly { readonly at: number; readonly value: T }[],
  unknownFrom: number | null,
  until: number,
): readonly Segment<T>[] {
  const first = changes[0]?.at ?? until
  const known = changes.map(({ at, value }, i) => ({ from: at, to: changes[i + 1]?.at ?? until, value }))
  const unknown = unknownFrom === null ? [] : [{ from: unknownFrom, to: first, value: null }]
  return [...unknown, ...known].filter(({ from, to }) => to > from)
}
