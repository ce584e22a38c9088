import {
  CandlestickSeries,
  HistogramSeries,
  LineSeries,
  type IChartApi,
  type ISeriesApi,
} from 'lightweight-charts'
import { locales, type Lang } from '../../shared/languages.ts'
import type { ChartModel } from './model.ts'
import type { Palette } from './palette.ts'
import { paneHeightsPx } from './pane-heights.ts'
import { besideStyle, candleStyle, laneStyle, plainSeries } from './series-styles.ts'

/** The panes of a chart, from top to bottom; one without volumes has no pane of them. */
export function panesOf({ hasVolume, lanePanes }: Pick<ChartModel, 'hasVolume' | 'lanePanes'>) {
  const lanes = hasVolume ? 3 : 2
  return { ribbon: 0, price: 1, volume: hasVolume ? 2 : null, lanes, official: lanes + lanePanes }
}

/** The series of a lane: of lines, or of bars above and below zero; those it does not use are empty. */
export interface LaneSeries {
  readonly line: ISeriesApi<'Line'>
  readonly dashed: ISeriesApi<'Line'>
  readonly above: ISeriesApi<'Histogram'>
  readonly below: ISeriesApi<'Histogram'>
}

/** The series of every pane. */
export interface ChartSeries {
  /** Has no values: the tiers are drawn by hand. */
  readonly ribbon: ISeriesApi<'Line'>
  readonly candles: ISeriesApi<'Candlestick'>
  /** The price line where there are no candles. */
  readonly line: ISeriesApi<'Line'>
  readonly volume: ISeriesApi<'Histogram'> | null
  readonly lanes: readonly LaneSeries[]
  /** Invisible, with a value for every bar: the time axis ends at the last bar that has a value. */
  readonly official: ISeriesApi<'Line'>
}

function createLane(chart: IChartApi, palette: Palette, pane: number): LaneSeries {
  const { colour } = palette
  const bars = (color: string) => chart.addSeries(HistogramSeries, { ...plainSeries, color }, pane)
  return {
    // A long that is closed is sold, a short is bought.
    above: bars(colour.up),
    below: bars(colour.down),
    dashed: chart.addSeries(LineSeries, besideStyle(palette), pane),
    line: chart.addSeries(LineSeries, laneStyle(palette), pane),
  }
}

const noLabel = { type: 'custom', minMove: 1, formatter: () => '' } as const

/** Adds the series to a new chart, each in its pane. */
export function createSeries(
  chart: IChartApi,
  palette: Palette,
  lang: Lang,
  panes: ReturnType<typeof panesOf>,
): ChartSeries {
  const { colour } = palette
  const hidden = { ...plainSeries, lineVisible: false, priceFormat: noLabel }
  const series: ChartSeries = {
    ribbon: chart.addSeries(LineSeries, plainSeries, panes.ribbon),
    candles: chart.addSeries(CandlestickSeries, candleStyle(palette), panes.price),
    line: chart.addSeries(
      LineSeries,
      { ...plainSeries, color: colour['line-now'], lineWidth: 2 },
      panes.price,
    ),
    volume:
      panes.volume === null
        ? null
        : chart.addSeries(HistogramSeries, { ...plainSeries, color: colour.volume }, panes.volume),
    lanes: Array.from({ length: panes.official - panes.lanes }, (_, i) =>
      createLane(chart, palette, panes.lanes + i),
    ),
    official: chart.addSeries(LineSeries, hidden, panes.official),
  }
  const { ribbon, candles, line, volume, lanes, official } = series

  const setHeight = (height: number, each: ISeriesApi<'Line' | 'Candlestick' | 'Histogram'>) =>
    each.getPane().setStretchFactor(height)
  setHeight(paneHeightsPx.ribbon, ribbon)
  setHeight(paneHeightsPx.price, candles)
  if (volume) setHeight(paneHeightsPx.volume, volume)
  for (const lane of lanes) setHeight(paneHeightsPx.lane, lane.line)
  setHeight(paneHeightsPx.official, official)

  const setMargins = (top: number, bottom: number, each: ISeriesApi<'Line' | 'Candlestick' | 'Histogram'>) =>
    each.priceScale().applyOptions({ scaleMargins: { top, bottom } })
  setMargins(0.14, 0.1, candles)
  setMargins(0.14, 0.1, line)
  if (volume) setMargins(0.24, 0, volume)
  for (const lane of lanes) setMargins(0.36, 0.1, lane.line)

  const amount = new Intl.NumberFormat(locales[lang], { notation: 'compact', maximumSignificantDigits: 3 })
  volume?.applyOptions({
    priceFormat: { type: 'custom', minMove: 1e-8, formatter: (value: number) => amount.format(value) },
  })
  return series
}
