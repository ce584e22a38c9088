import type { ContractFigures } from '../market/contract-figures.ts'

/** How the figures of a perpetual contract went while an episode ran, oldest first. */
export interface ContractCourse {
  readonly samples: readonly ContractFigures[]
  /** Minimum interval between samples, ms. */
  readonly spacingMs: number
}

const initialSpacingMs = 10_000
/** Of the interval: figures come about as often, and one a moment early would else be lost in the one before. */
const minShare = 0.9
/** More samples than this do not fit a chart: then each two become one. */
const maxSamples = 240

const emptyCourse: ContractCourse = { samples: [], spacingMs: initialSpacingMs }

/** Adds figures to a course; returns the same object if that is nothing new. Never goes back in time. */
export function addFigures(course: ContractCourse | undefined, figures: ContractFigures): ContractCourse {
  const known = course ?? emptyCourse
  const { samples, spacingMs } = known
  const last = samples.at(-1)
  if (last && figures.at < last.at) return known
  if (last && figures.at < last.at + minShare * spacingMs) {
    const joined = joinFigures(last, figures)
    return isSame(joined, last) ? known : { samples: samples.with(-1, joined), spacingMs }
  }
  const more = [...samples, figures]
  if (more.length <= maxSamples) return { samples: more, spacingMs }
  return { samples: inPairs(more), spacingMs: spacingMs * 2 }
}

/** The course with what a later part of it knows; returns the same object if that is nothing new. */
export function joinContractCourses(
  before: ContractCourse | undefined,
  later: ContractCourse | undefined,
): ContractCourse | undefined {
  return before && later ? later.samples.reduce(addFigures, before) : (before ?? later)
}

const inPairs = (samples: readonly ContractFigures[]): readonly ContractFigures[] =>
  samples.flatMap((sample, i) => {
    const next = samples[i + 1]
    return i % 2 === 1 ? [] : [next ? joinFigures(sample, next) : sample]
  })

/** Of what comes and goes within seconds the larger figure stays, of all else the earlier one. */
function joinFigures(a: ContractFigures, b: ContractFigures): ContractFigures {
  return {
    at: a.at,
    lastToMark: farther(a.lastToMark, b.lastToMark),
    markToIndex: farther(a.markToIndex, b.markToIndex),
    openInterest: a.openInterest ?? b.openInterest,
    longs: farther(a.longs, b.longs),
    shorts: farther(a.shorts, b.shorts),
    funding: a.funding ?? b.funding,
  }
}

const farther = (a: number | null, b: number | null): number | null =>
  Math.abs(b ?? 0) > Math.abs(a ?? 0) ? b : (a ?? b)

const isSame = (a: ContractFigures, b: ContractFigures): boolean =>
  (Object.keys(a) as (keyof ContractFigures)[]).every((key) => a[key] === b[key])
