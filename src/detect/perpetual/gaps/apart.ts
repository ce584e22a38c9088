import { perpGapSteps } from '../../thresholds.ts'
import { type GapKind, gapKinds } from './gap-kinds.ts'

/** A contract whose prices stand apart, by kind of gap. */
export interface Apart {
  /** How far (log) beyond what is usual. */
  readonly off: number[]
  /** Since when by each of `perpGapSteps`, market time, ms; 0 where it is not. The steps of one kind, then the next's. */
  readonly since: number[]
}

/** Of a contract of which nothing stands apart. */
export function emptyApart(): Apart {
  return {
    off: gapKinds.map(() => 0),
    since: gapKinds.flatMap(() => perpGapSteps.map(() => 0)),
  }
}

/** Index in `since` of a kind's step. */
export const sinceIndex = (kind: GapKind, step: number): number => kind * perpGapSteps.length + step
