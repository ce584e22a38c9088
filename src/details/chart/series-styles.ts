import {
  type CandlestickSeriesPartialOptions,
  LineStyle,
  type LineSeriesPartialOptions,
} from 'lightweight-charts'
import type { Palette } from './palette.ts'

/** A series without labels or markers of its own. */
export const plainSeries = {
  lastValueVisible: false,
  priceLineVisible: false,
  crosshairMarkerVisible: false,
} as const

/** Rising candles are hollow and falling ones solid, so that the direction does not depend on colour. */
export function candleStyle({ colour }: Palette): CandlestickSeriesPartialOptions {
  return {
    upColor: colour.surface,
    downColor: colour.down,
    borderUpColor: colour.up,
    borderDownColor: colour.down,
    wickUpColor: colour.up,
    wickDownColor: colour.down,
    priceLineColor: colour['line-before'],
  }
}

/** Signs have the text colour: hues are reserved for tier, official statement and direction. */
export function laneStyle({ colour }: Palette): LineSeriesPartialOptions {
  return { ...plainSeries, color: colour['line-now'], lineWidth: 1, pointMarkersRadius: 2 }
}

/** A second sign on the same scale is told from the first by its dashes. */
export function besideStyle(palette: Palette): LineSeriesPartialOptions {
  return { ...laneStyle(palette), color: palette.colour['text-2'], lineStyle: LineStyle.LargeDashed }
}
