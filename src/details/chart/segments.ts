import type { Episode, Phase } from '../../market/episode.ts'
import { tierRank, type Tier } from '../../market/tier.ts'
import type { Course } from '../../shared/course.ts'

/** A stretch of time (ms) with one value; null: it is unknown. */
export interface TimeSegment<T> {
  readonly from: number
  readonly to: number
  readonly value: T | null
}

/**
 * The tiers of an episode, in order. A tier lasts until a higher one is reached, or the end.
 *
 * @param until end of the episode, or the present
 * @param isComplete whether the course was recorded from the first change on: before it nothing was flagged
 */
export function tierSegments(
  course: Course,
  episode: Episode,
  until: number,
  isComplete: boolean,
): readonly TimeSegment<Tier>[] {
  const rises = course.steps.filter(
    ({ tier }, i) =>
      tierRank(tier) > Math.max(0, ...course.steps.slice(0, i).map((step) => tierRank(step.tier))),
  )
  return segments(
    rises.map(({ at, tier }) => ({ at, value: tier })),
    isComplete ? null : episode.startedAt,
    until,
  )
}

/** The phases of an episode, in order; parameters as for `tierSegments`. */
export function phaseSegments(
  course: Course,
  episode: Episode,
  until: number,
  isComplete: boolean,
): readonly TimeSegment<Phase>[] {
  const turns = course.steps.filter(({ phase }, i) => phase !== course.steps[i - 1]?.phase)
  return segments(
    turns.map(({ at, phase }) => ({ at, value: phase })),
    isComplete ? null : episode.startedAt,
    until,
  )
}

/**
 * @param unknownFrom since when the value is unknown, up to the first recorded
 * change; null: it is known throughout
 */
function segments<T>(
  changes: readonly { readonly at: number; readonly value: T }[],
  unknownFrom: number | null,
  until: number,
): readonly TimeSegment<T>[] {
  const first = changes[0]?.at ?? until
  const known = changes.map(({ at, value }, i) => ({ from: at, to: changes[i + 1]?.at ?? until, value }))
  const unknown = unknownFrom === null ? [] : [{ from: unknownFrom, to: first, value: null }]
  return [...unknown, ...known].filter(({ from, to }) => to > from)
}
