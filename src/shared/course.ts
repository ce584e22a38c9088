import type { Anomaly, Episode, Phase } from '../market/episode.ts'
import type { SignName } from '../market/evidence.ts'
import type { ContractFigures } from '../market/contract-figures.ts'
import type { Tier } from '../market/tier.ts'
import { addFigures, type ContractCourse, joinContractCourses } from './contract-course.ts'

/** One change of an episode: its state from `at` (market time, ms) on. */
export interface CourseStep {
  readonly at: number
  readonly tier: Tier
  readonly phase: Phase
  /** All kinds seen so far, the main one first. */
  readonly kinds: readonly Anomaly[]
  /** Price at the time of the change, quote per base. */
  readonly price: number
}

/** Measurements of one moment (market time, ms), in the units of the episode's evidence. */
export interface Sample {
  readonly at: number
  readonly values: Readonly<Partial<Record<SignName, number>>>
}

/** History of an episode, which its current state does not contain. Both lists are sorted oldest first. */
export interface Course {
  readonly steps: readonly CourseStep[]
  readonly samples: readonly Sample[]
  /** Minimum interval between samples, ms. */
  readonly spacingMs: number
  /** How the figures of its contract went; absent: it is of no perpetual market, or they are not recorded. */
  readonly contract?: ContractCourse
}

const initialSpacingMs = 10_000
/** Of the interval: figures come about as often, and one a moment early would else cost every second one. */
const minShare = 0.9
/** More samples than this do not fit a chart: then every second one is removed. */
const maxSamples = 240
/** Later changes are noise; the first ones show how the episode began. */
const maxSteps = 60
/** Evidence older than the episode's last observation by this much (ms) does not describe the current moment. */
const freshMs = 30_000

const emptyCourse: Course = { steps: [], samples: [], spacingMs: initialSpacingMs }

/** Adds the current state of the episode to its course; returns the same object if nothing is new. */
export function extendCourse(course: Course | null, episode: Episode): Course {
  const before = course ?? emptyCourse
  return joined(before, withSample(before, episode), withStep(before.steps, episode), before.contract)
}

/** Adds figures of the episode's contract, oldest first; returns the same object if nothing is new. */
export function withFigures(course: Course, figures: readonly ContractFigures[]): Course {
  const contract = figures.reduce<ContractCourse | undefined>(addFigures, course.contract)
  return joined(course, course, course.steps, contract)
}

/** The course with what a later part of it knows; returns the same object if that is nothing new. */
export function joinCourses(before: Course | null, later: Course): Course {
  if (!before) return later
  const steps = later.steps.reduce(addStep, before.steps)
  const sampled = later.samples.reduce(addSample, before)
  return joined(before, sampled, steps, joinContractCourses(before.contract, later.contract))
}

/** A course of its parts; the same object as before if none of them is new. */
function joined(
  before: Course,
  sampled: Course,
  steps: readonly CourseStep[],
  contract: ContractCourse | undefined,
): Course {
  const isSame = steps === before.steps && sampled === before && contract === before.contract
  return isSame ? before : { ...sampled, steps, ...(contract && { contract }) }
}

function withStep(steps: readonly CourseStep[], episode: Episode): readonly CourseStep[] {
  const { tier, phase, kind, also, lastPrice, changedAt } = episode
  return addStep(steps, {
    at: changedAt,
    tier,
    phase,
    kinds: [...new Set([kind, ...also])],
    price: lastPrice,
  })
}

function addStep(steps: readonly CourseStep[], step: CourseStep): readonly CourseStep[] {
  const { at, tier, phase, kinds } = step
  const last = steps.at(-1)
  const isSame = last?.tier === tier && last.phase === phase && last.kinds.join() === kinds.join()
  // A stored value may be older than the live one: never go back in time.
  return isSame || at < (last?.at ?? -Infinity) || steps.length >= maxSteps ? steps : [...steps, step]
}

function withSample(course: Course, episode: Episode): Course {
  const at = episode.updatedAt
  const fresh = episode.evidence.filter((each) => at - each.at < freshMs)
  if (fresh.length === 0) return course
  return addSample(course, { at, values: Object.fromEntries(fresh.map(({ sign, value }) => [sign, value])) })
}

function addSample(course: Course, sample: Sample): Course {
  const { samples, spacingMs } = course
  if (sample.at < (samples.at(-1)?.at ?? -Infinity) + minShare * spacingMs) return course
  const more = [...samples, sample]
  if (more.length <= maxSamples) return { ...course, samples: more }
  return { ...course, samples: more.filter((_, i) => i % 2 === 0), spacingMs: spacingMs * 2 }
}
