import type { Position } from './box.ts'

/** Distance from the top of the window if no chart is found, px. */
const defaultTopPx = 156

/** Height of a chart's toolbar, px. */
const toolbarPx = 44

/** Elements of a page that are looked at. */
const maxElements = 1_000

/** Left edge of the window, below the toolbar of the largest chart: covers its oldest candles. */
export function defaultPosition(page: Document): Position {
  const charts = [...page.querySelectorAll('canvas, iframe')]
    .slice(0, maxElements)
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height, top }) => width > 300 && height > 150 && top >= 0 && top < innerHeight / 2)
    .sort((a, b) => b.width * b.height - a.width * a.height)
  const chart = charts[0]
  return { left: 0, top: chart ? Math.round(chart.top) + toolbarPx : defaultTopPx }
}
