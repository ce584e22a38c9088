import { overlap, within, type Box, type Size } from './box.ts'

/** Air between the banner and what it keeps clear of, px. */
const GAP = 8

/** Where a box goes, and whether it covers nothing there. */
export interface Place {
  readonly left: number
  readonly top: number
  readonly free: boolean
}

/**
 * The place nearest to the wanted one that covers none of the taken boxes; where the window
 * has no such place, the one that covers least of them.
 *
 * Nearest places touch an edge of a taken box or keep a wanted coordinate, so those are the
 * only candidates: 2n + 1 lefts by 2n + 1 tops.
 */
export function freePlace(wanted: Box, taken: readonly Box[], frame: Size): Place {
  const start = within(wanted, frame)
  const lefts = [
    start.left,
    ...taken.flatMap((box) => [box.left - start.width - GAP, box.left + box.width + GAP]),
  ]
  const tops = [
    start.top,
    ...taken.flatMap((box) => [box.top - start.height - GAP, box.top + box.height + GAP]),
  ]
  let best = start
  let bestCost = cost(start, start, taken)
  for (const left of lefts) {
    for (const top of tops) {
      const candidate = within({ ...start, left, top }, frame)
      const candidateCost = cost(candidate, start, taken)
      if (candidateCost < bestCost) [best, bestCost] = [candidate, candidateCost]
    }
  }
  return { left: best.left, top: best.top, free: covered(best, taken) === 0 }
}

function covered(box: Box, taken: readonly Box[]): number {
  return taken.reduce((sum, each) => sum + overlap(box, each), 0)
}

/** A covered pixel outweighs any distance within a window. */
function cost(box: Box, wanted: Box, taken: readonly Box[]): number {
  return covered(box, taken) * 1e6 + Math.hypot(box.left - wanted.left, box.top - wanted.top)
}
