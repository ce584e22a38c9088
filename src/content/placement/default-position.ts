import type { Position } from './box.ts'

/** Distance from the top of the window if no chart is found, px. */
const defaultTopPx = 156

/** Height of a chart's toolbar, px. */
const toolbarPx = 44

/** Elements of a page that are looked at. */
const maxElements = 1_000

/** Distance between a card and the chart above it, px. */
const gapPx = 8

/** Where the banner stands unless the trader moved it. */
export interface DefaultPositions {
  /** At the left edge of the window, below the toolbar of the largest chart: covers its oldest candles. */
  readonly chip: Position
  /** Below the chart, which a trader reads; nearer to it where the window ends before. */
  readonly card: Position
}

/** The default positions on a page, by its largest chart. */
export function defaultPositions(page: Document): DefaultPositions {
  const charts = [...page.querySelectorAll('canvas, iframe')]
    .slice(0, maxElements)
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height, top }) => width > 300 && height > 150 && top >= 0 && top < innerHeight / 2)
    .sort((a, b) => b.width * b.height - a.width * a.height)
  const chart = charts[0]
  const top = chart ? Math.round(chart.top) + toolbarPx : defaultTopPx
  return { chip: { left: 0, top }, card: { left: 0, top: chart ? Math.round(chart.bottom) + gapPx : top } }
}
