import { createChart } from 'lightweight-charts'
import type { PriceFormatter } from '../price-format.ts'
import type { DetailsWords } from '../words.ts'
import { panePrimitive, type Brush } from './brush.ts'
import { createSeries, panesOf } from './create-series.ts'
import { drawLaneName } from './draw-lane-name.ts'
import { drawBackground, drawMarks } from './draw-marks.ts'
import { drawOfficial } from './draw-official.ts'
import { drawRibbon } from './draw-ribbon.ts'
import type { ChartModel } from './model.ts'
import { chartOptions } from './options.ts'
import { paletteOf } from './palette.ts'
import { updateLane } from './update-lane.ts'
import { candleData, lineData, localOffset, volumeData } from './series-data.ts'

/** What the chart draws, and how its prices are written. */
export interface ChartInput {
  readonly model: ChartModel
  readonly formatPrice: PriceFormatter
  /** Decimals of the prices. */
  readonly decimals: number
}

/** A chart within an element. */
export interface Chart {
  update(input: ChartInput): void
  /** The chart as it is on screen, in device pixels. */
  screenshot(): HTMLCanvasElement
  remove(): void
}

/**
 * Creates the chart within an element. Its panes are those of `first`: with volumes or without, and so many lanes. Throws
 * where the browser has no canvas.
 */
export function drawChart(element: HTMLElement, words: DetailsWords, first: ChartInput): Chart {
  // The library itself throws only when it draws, outside of any call that could catch it.
  if (!document.createElement('canvas').getContext('2d')) throw new Error('no canvas')
  const palette = paletteOf(element)
  const panes = panesOf(first.model)
  let current = first
  const chart = createChart(
    element,
    chartOptions(palette, words, () => localOffset(current.model.grid.from)),
  )
  const { ribbon, candles, line, volume, lanes, official } = createSeries(chart, palette, words.lang, panes)

  const draw = (pane: number, zOrder: 'bottom' | 'top', onDraw: (brush: Brush) => void) =>
    chart
      .panes()
      [pane]?.attachPrimitive(panePrimitive(chart, palette, () => current.model.grid, zOrder, onDraw))
  const y = (price: number) => (current.model.line.length > 0 ? line : candles).priceToCoordinate(price)
  for (let pane = panes.price; pane <= panes.official; pane++)
    draw(pane, 'bottom', (brush) => drawBackground(brush, current.model))
  draw(panes.ribbon, 'top', (brush) => drawRibbon(brush, current.model, words))
  draw(panes.price, 'top', (brush) => drawMarks(brush, current.model, words, current.formatPrice, y))
  if (panes.volume !== null) draw(panes.volume, 'top', (brush) => drawVolumeName(brush, current.model, words))
  lanes.forEach((_, i) =>
    draw(panes.lanes + i, 'top', (brush) => drawLaneName(brush, current.model, i, words)),
  )
  draw(panes.official, 'top', (brush) => drawOfficial(brush, current.model, words))

  const update = (next: ChartInput) => {
    const { grid: before } = current.model
    const { grid, bars, line: points, lanes: signs } = next.model
    const isMoved = next === first || before.from !== grid.from || before.size !== grid.size
    current = next
    const priceFormat = {
      type: 'custom',
      minMove: 10 ** -next.decimals,
      formatter: axisFormatter(next),
    } as const
    for (const series of [candles, line]) series.applyOptions({ priceFormat })
    candles.setData(candleData(grid, bars))
    line.setData(points.length > 0 ? lineData(grid, points) : [])
    volume?.setData(volumeData(grid, bars))
    ribbon.setData(lineData(grid, []))
    official.setData(lineData(grid, Array<number>(grid.size).fill(0)))
    lanes.forEach((series, i) => updateLane(series, signs[i], next.model, words))
    if (isMoved) chart.timeScale().fitContent()
  }
  update(first)
  return { update, screenshot: () => chart.takeScreenshot(true), remove: () => chart.remove() }
}

function drawVolumeName(brush: Brush, { base }: ChartModel, words: DetailsWords): void {
  brush.setColour('text-2')
  brush.text(words.say('chart.volume', { base: base ?? '' }), 6, 15)
}

/** The line of a whole market holds changes; the formatter takes 1 + change. */
function axisFormatter({ model, formatPrice }: ChartInput): (value: number) => string {
  return model.episode?.symbol === null ? (value) => formatPrice(1 + value) : formatPrice
}
