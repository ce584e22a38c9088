import { clampTo, overlap, type Box, type Position, type Size } from './box.ts'

/** Distance between the banner and protected regions, px. */
export const gapPx = 8

/** A position, and whether the box covers nothing there. */
interface FreePosition extends Position {
  readonly free: boolean
}

/**
 * The position nearest to the wanted one that covers none of the taken boxes; if there is none in the window, the
 * one that covers the least.
 *
 * The nearest position touches an edge of a taken box or keeps a wanted coordinate, so only those are candidates:
 * 2n + 1 lefts by 2n + 1 tops. The nearest are tried first, and none beyond a free one.
 */
export function freePosition(wanted: Box, taken: readonly Box[], frame: Size): FreePosition {
  const start = clampTo(wanted, frame)
  const { width, height } = start
  const lefts = candidates(
    start.left,
    frame.width - width,
    taken.flatMap((box) => [box.left - width - gapPx, box.left + box.width + gapPx]),
  )
  const tops = candidates(
    start.top,
    frame.height - height,
    taken.flatMap((box) => [box.top - height - gapPx, box.top + box.height + gapPx]),
  )
  let best = { left: start.left, top: start.top, covered: Infinity, distance: Infinity }
  for (const left of lefts) {
    for (const top of tops) {
      const distance = Math.hypot(left - start.left, top - start.top)
      if (best.covered === 0 && distance >= best.distance) break
      const covered = coveredBy({ left, top, width, height }, taken, best.covered)
      if (covered < best.covered || (covered === best.covered && distance < best.distance))
        best = { left, top, covered, distance }
    }
    if (best.covered === 0 && Math.abs(left - start.left) >= best.distance) break
  }
  return { left: best.left, top: best.top, free: best.covered === 0 }
}

/** Coordinates between 0 and a maximum, each once, the nearest to the start first. */
function candidates(start: number, max: number, edges: readonly number[]): readonly number[] {
  const inside = edges.map((edge) => Math.max(0, Math.min(edge, max)))
  return [...new Set([start, ...inside])].sort((a, b) => Math.abs(a - start) - Math.abs(b - start))
}

/** Area of the taken boxes that a box covers, px²; some area above `limit` where it is more than that. */
function coveredBy(box: Box, taken: readonly Box[], limit: number): number {
  let sum = 0
  for (const each of taken) {
    sum += overlap(box, each)
    if (sum > limit) break
  }
  return sum
}
