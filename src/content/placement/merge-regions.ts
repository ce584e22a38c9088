import { area, overlap, type Box } from './box.ts'

/** Most regions that a position is looked for between: no trading page has as many. */
export const maxRegions = 60

/** Rows less far apart than this are one region, px. */
const rowGapPx = 8

/**
 * Joins rows to the columns they stand in, removes boxes inside others, and keeps the largest: the same free
 * positions from fewer boxes. n log n in their number.
 */
export function mergeRegions(boxes: readonly Box[]): readonly Box[] {
  const largest = joinRows(boxes)
    .sort((a, b) => area(b) - area(a))
    .slice(0, maxRegions)
  return largest.filter((box, i) => !largest.slice(0, i).some((other) => overlap(box, other) === area(box)))
}

/** Joins boxes of the same left edge and width that follow each other. */
function joinRows(boxes: readonly Box[]): Box[] {
  const joined: Box[] = []
  for (const box of [...boxes].sort((a, b) => a.left - b.left || a.width - b.width || a.top - b.top)) {
    const above = joined.at(-1)
    const bottom = above ? above.top + above.height : 0
    if (above?.left === box.left && above.width === box.width && box.top - bottom < rowGapPx)
      joined[joined.length - 1] = {
        ...above,
        height: Math.max(bottom, box.top + box.height) - above.top,
      }
    else joined.push(box)
  }
  return joined
}
