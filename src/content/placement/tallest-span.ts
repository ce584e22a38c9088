import { gapPx } from './free-position.ts'
import type { Box, Size } from './box.ts'

/**
 * Height of the tallest box of a width that stands in the frame and covers none of the taken boxes, px; 0 where there
 * is none. Moved to the left it stops at an edge of the frame or of a taken box: only there are spans looked for.
 */
export function tallestSpan(width: number, taken: readonly Box[], frame: Size): number {
  const lefts = [0, ...taken.map((box) => box.left + box.width + gapPx)]
  return Math.max(
    0,
    ...lefts
      .filter((left) => left >= 0 && left + width <= frame.width)
      .map((left) => {
        const inWay = taken.filter(
          (box) => box.left < left + width + gapPx && box.left + box.width + gapPx > left,
        )
        return tallestGap(inWay, frame.height)
      }),
  )
}

/** The tallest gap that boxes one below the other leave, at a distance from each. */
function tallestGap(boxes: readonly Box[], height: number): number {
  let tallest = 0
  let free = 0
  for (const { top, height: taken } of boxes.toSorted((a, b) => a.top - b.top)) {
    tallest = Math.max(tallest, Math.min(top - gapPx, height) - free)
    free = Math.max(free, top + taken + gapPx)
  }
  return Math.max(tallest, height - free)
}
