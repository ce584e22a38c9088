import { area, type Box, overlap } from '../placement/box.ts'
import type { Point } from './top-layer.ts'

/** Below this size nothing of the banner can be read, px: the page scales it down. */
const minWidthPx = 40
const minHeightPx = 16

/** Points of a box at which the pointer is tried. */
const samples = 5

/** Points in a box and the window, others at each call: no cover can leave them out. */
export function samplePoints(box: Box): readonly Point[] {
  const right = Math.min(box.left + box.width, innerWidth)
  const bottom = Math.min(box.top + box.height, innerHeight)
  const [left, top] = [Math.max(0, box.left), Math.max(0, box.top)]
  const between = (from: number, to: number) => from + Math.random() * (to - from)
  return Array.from({ length: samples }, () => ({ x: between(left, right), y: between(top, bottom) }))
}

/** Whether an element with this box is drawn at all, large enough to be read, in the window. */
export function isReadable(element: Element, box: Box): boolean {
  if (!element.checkVisibility() || isFilteredAway()) return false
  // The window of a test has no boxes.
  if (area(box) === 0) return true
  const frame = { left: 0, top: 0, width: innerWidth, height: innerHeight }
  return box.width >= minWidthPx && box.height >= minHeightPx && overlap(box, frame) > 0
}

/** Chromium measures what is painted, and keeps a filter of the root element away from the top layer. */
const measuresPaint = 'isVisible' in IntersectionObserverEntry.prototype

/** Firefox applies a filter of the root element to the top layer too. */
function isFilteredAway(): boolean {
  if (measuresPaint) return false
  return /(opacity|brightness|contrast)\(0(\.[0-2]\d*)?%?\)|blur\([2-9]|blur\(\d\d/.test(
    getComputedStyle(document.documentElement).filter,
  )
}
