import type { Anomaly, Episode, Phase } from '../market/episode.ts'
import type { SignName } from '../market/evidence.ts'
import type { Tier } from '../market/tier.ts'

/** One change of an episode: from `at` on (market time, ms) it stood so. */
export interface CourseStep {
  readonly at: number
  readonly tier: Tier
  readonly phase: Phase
  /** Every kind seen so far, the main one first. */
  readonly kinds: readonly Anomaly[]
  /** The price when the change was noted, quote per base. */
  readonly price: number
}

/** What was measured about one moment (market time, ms), in the units of the episode's evidence. */
export interface Sample {
  readonly at: number
  readonly values: Readonly<Partial<Record<SignName, number>>>
}

/** How an episode went, which its present state alone does not tell. Both lists oldest first. */
export interface Course {
  readonly steps: readonly CourseStep[]
  readonly samples: readonly Sample[]
  /** Samples lie at least so far apart, ms. */
  readonly spacingMs: number
}

const initialSpacingMs = 10_000
/** More points than a chart has room for are thinned: every second one goes. */
const maxSamples = 240
/** Changes beyond this are noise; the first ones tell how it began and stay. */
const maxSteps = 60
/** A measurement this much older than the episode's last observation belongs to its own moment, ms. */
const freshMs = 30_000

const emptyCourse: Course = { steps: [], samples: [], spacingMs: initialSpacingMs }

/** The course with one more look at the episode; the same object where the look brought nothing new. */
export function extendCourse(course: Course | null, episode: Episode): Course {
  const before = course ?? emptyCourse
  const steps = withStep(before.steps, episode)
  const sampled = withSample(before, episode)
  return steps === before.steps && sampled === before ? before : { ...sampled, steps }
}

function withStep(steps: readonly CourseStep[], episode: Episode): readonly CourseStep[] {
  const { tier, phase, kind, also, lastPrice, changedAt } = episode
  const kinds = [...new Set([kind, ...also])]
  const last = steps.at(-1)
  const isSame = last?.tier === tier && last.phase === phase && last.kinds.join() === kinds.join()
  // A stored value that trails the live one would turn time back.
  if (isSame || changedAt < (last?.at ?? -Infinity) || steps.length >= maxSteps) return steps
  return [...steps, { at: changedAt, tier, phase, kinds, price: lastPrice }]
}

function withSample(course: Course, episode: Episode): Course {
  const { samples, spacingMs } = course
  const at = episode.updatedAt
  if (at < (samples.at(-1)?.at ?? -Infinity) + spacingMs) return course
  const fresh = episode.evidence.filter((each) => at - each.at < freshMs)
  if (fresh.length === 0) return course
  const values = Object.fromEntries(fresh.map(({ sign, value }) => [sign, value]))
  const more = [...samples, { at, values }]
  if (more.length <= maxSamples) return { ...course, samples: more }
  return { ...course, samples: more.filter((_, i) => i % 2 === 0), spacingMs: spacingMs * 2 }
}
