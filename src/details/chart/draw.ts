import {
  CandlestickSeries,
  createChart,
  HistogramSeries,
  LineSeries,
  type ISeriesApi,
} from 'lightweight-charts'
import type { WritePrice } from '../price-words.ts'
import type { DetailsWords } from '../words.ts'
import { locales } from '../../shared/texts.ts'
import { painted, type Brush } from './brush.ts'
import { drawLaneName } from './lane-name.ts'
import { laneValue } from './lane-words.ts'
import { lanesMost } from './lanes.ts'
import { drawBehind, drawMarks } from './marks.ts'
import type { ChartModel } from './model.ts'
import { drawOfficial } from './official-lane.ts'
import { chartOptions } from './options.ts'
import { paletteOf } from './palette.ts'
import { heights } from './pane-heights.ts'
import { drawRibbon } from './ribbon.ts'
import { candleData, lineData, localOffset, volumeData } from './series-data.ts'
import { candleLook, laneLook, quiet } from './series-looks.ts'

/** What the chart draws, and how its prices are written. */
export interface Drawing {
  readonly model: ChartModel
  readonly price: WritePrice
  /** Decimals of the prices. */
  readonly decimals: number
}

export interface Chart {
  update(drawing: Drawing): void
  /** The chart as it is, in pixels of the screen. */
  picture(): HTMLCanvasElement
  remove(): void
}

const silent = { type: 'custom', minMove: 1, formatter: () => '' } as const

/** Puts the chart into an element. Throws where the browser has no canvas. */
export function drawChart(element: HTMLElement, words: DetailsWords, first: Drawing): Chart {
  // The library finds out only while it draws, where nobody can catch it.
  if (!document.createElement('canvas').getContext('2d')) throw new Error('no canvas')
  const palette = paletteOf(element)
  let now = first
  const chart = createChart(
    element,
    chartOptions(palette, words, () => localOffset(now.model.grid.from)),
  )
  const pane = (height: number, series: ISeriesApi<'Line' | 'Candlestick' | 'Histogram'>) =>
    series.getPane().setStretchFactor(height)
  const paint = (at: number, zOrder: 'bottom' | 'top', draw: (brush: Brush) => void) =>
    chart.panes()[at]?.attachPrimitive(painted(chart, palette, () => now.model.grid, zOrder, draw))

  const ribbon = chart.addSeries(LineSeries, quiet, 0)
  const candles = chart.addSeries(CandlestickSeries, candleLook(palette), 1)
  const line = chart.addSeries(LineSeries, { ...quiet, color: palette.colour['line-now'], lineWidth: 2 }, 1)
  const volume = chart.addSeries(HistogramSeries, { ...quiet, color: palette.colour.volume }, 2)
  const lanes = Array.from({ length: lanesMost }, (_, i) =>
    chart.addSeries(LineSeries, laneLook(palette), i + 3),
  )
  // The axis ends at the last bar that has a value: this one has them all, and is not drawn.
  const official = chart.addSeries(
    LineSeries,
    { ...quiet, lineVisible: false, priceFormat: silent },
    lanesMost + 3,
  )

  pane(heights.ribbon, ribbon)
  pane(heights.price, candles)
  pane(heights.volume, volume)
  for (const each of lanes) pane(heights.lane, each)
  pane(heights.official, official)
  for (const series of [candles, line])
    series.priceScale().applyOptions({ scaleMargins: { top: 0.14, bottom: 0.1 } })
  volume.priceScale().applyOptions({ scaleMargins: { top: 0.24, bottom: 0 } })
  const amount = new Intl.NumberFormat(locales[words.lang], {
    notation: 'compact',
    maximumSignificantDigits: 3,
  })
  volume.applyOptions({
    priceFormat: { type: 'custom', minMove: 1e-8, formatter: (value: number) => amount.format(value) },
  })
  for (const each of lanes) each.priceScale().applyOptions({ scaleMargins: { top: 0.36, bottom: 0.1 } })

  const y = (price: number) => (now.model.line.length > 0 ? line : candles).priceToCoordinate(price)
  for (let at = 1; at < lanesMost + 4; at++) paint(at, 'bottom', (brush) => drawBehind(brush, now.model))
  paint(0, 'top', (brush) => drawRibbon(brush, now.model, words))
  paint(1, 'top', (brush) => drawMarks(brush, now.model, words, now.price, y))
  paint(2, 'top', (brush) => {
    const { base, bars } = now.model
    const isKnown = base !== null && bars.some((bar) => bar !== null)
    if (!isKnown) brush.hatch(0, brush.width)
    brush.ink(isKnown ? 'text-2' : 'axis')
    brush.text(words.say(isKnown ? 'chart.volume' : 'chart.noVolume', { base: base ?? '' }), 6, 15)
  })
  lanes.forEach((_, i) => paint(i + 3, 'top', (brush) => drawLaneName(brush, now.model, i, words)))
  paint(lanesMost + 3, 'top', (brush) => drawOfficial(brush, now.model, words))

  const update = (next: Drawing) => {
    const { grid } = now.model
    const { model } = next
    const isMoved = next === first || grid.from !== model.grid.from || grid.size !== model.grid.size
    now = next
    const price = { type: 'custom', minMove: 10 ** -next.decimals, formatter: axisPrice(next) } as const
    for (const series of [candles, line]) series.applyOptions({ priceFormat: price })
    candles.setData(candleData(model.grid, model.bars))
    line.setData(model.line.length > 0 ? lineData(model.grid, model.line) : [])
    volume.setData(volumeData(model.grid, model.bars))
    ribbon.setData(lineData(model.grid, []))
    official.setData(
      lineData(
        model.grid,
        Array.from({ length: model.grid.size }, () => 0),
      ),
    )
    lanes.forEach((series, i) => {
      const shown = model.lanes[i]
      series.setData(lineData(model.grid, shown?.points ?? []))
      const { episode } = model
      if (!shown || !episode) return
      const points = shown.points.filter((point) => point !== null)
      series.applyOptions({
        pointMarkersVisible: points.length < 3,
        priceFormat: {
          type: 'custom',
          minMove: 0.001,
          formatter: (value: number) => laneValue(words, shown, value, episode),
        },
      })
    })
    if (isMoved) chart.timeScale().fitContent()
  }
  update(first)
  return { update, picture: () => chart.takeScreenshot(true), remove: () => chart.remove() }
}

/** A whole market's line holds changes, written by the same words as 1 + change. */
function axisPrice({ model, price }: Drawing): (value: number) => string {
  return model.episode?.symbol === null ? (value) => price(1 + value) : price
}
