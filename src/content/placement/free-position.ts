import { clampTo, overlap, type Box, type Position, type Size } from './box.ts'

/** Distance between the banner and protected regions, px. */
const gapPx = 8

/** A position, and whether the box covers nothing there. */
interface FreePosition extends Position {
  readonly free: boolean
}

/**
 * The position nearest to the wanted one that covers none of the taken boxes; if there is none in the window, the
 * one that covers the least.
 *
 * The nearest position touches an edge of a taken box or keeps a wanted coordinate, so only those are candidates:
 * 2n + 1 lefts by 2n + 1 tops.
 */
export function freePosition(wanted: Box, taken: readonly Box[], frame: Size): FreePosition {
  const start = clampTo(wanted, frame)
  const lefts = [
    start.left,
    ...taken.flatMap((box) => [box.left - start.width - gapPx, box.left + box.width + gapPx]),
  ]
  const tops = [
    start.top,
    ...taken.flatMap((box) => [box.top - start.height - gapPx, box.top + box.height + gapPx]),
  ]
  let best = start
  let bestCost = cost(start, start, taken)
  for (const left of lefts) {
    for (const top of tops) {
      const candidate = clampTo({ ...start, left, top }, frame)
      const candidateCost = cost(candidate, start, taken)
      if (candidateCost < bestCost) [best, bestCost] = [candidate, candidateCost]
    }
  }
  return { left: best.left, top: best.top, free: covered(best, taken) === 0 }
}

function covered(box: Box, taken: readonly Box[]): number {
  return taken.reduce((sum, each) => sum + overlap(box, each), 0)
}

/** A covered pixel costs more than any distance within a window. */
function cost(box: Box, wanted: Box, taken: readonly Box[]): number {
  return covered(box, taken) * 1e6 + Math.hypot(box.left - wanted.left, box.top - wanted.top)
}
