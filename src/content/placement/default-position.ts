import { boxOf } from '../page/unshadowed.ts'
import { area, type Position } from './box.ts'

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

/** What may be a chart on a page. */
export const possibleCharts = (page: Document): readonly Element[] =>
  [...page.querySelectorAll('canvas, iframe')].slice(0, maxElements)

/** The default positions on a page, by its largest chart. */
export function defaultPositions(possible: readonly Element[]): DefaultPositions {
  const charts = possible
    .map(boxOf)
    .filter(({ width, height, top }) => width > 300 && height > 150 && top >= 0 && top < innerHeight / 2)
    .sort((a, b) => area(b) - area(a))
  const chart = charts[0]
  const top = chart ? Math.round(chart.top) + toolbarPx : defaultTopPx
  const below = chart ? Math.round(chart.top + chart.height) + gapPx : top
  return { chip: { left: 0, top }, card: { left: 0, top: below } }
}
