import type { CandlestickSeriesPartialOptions, LineSeriesPartialOptions } from 'lightweight-charts'
import type { Palette } from './palette.ts'

/** A series that says nothing beside its axis. */
export const quiet = {
  lastValueVisible: false,
  priceLineVisible: false,
  crosshairMarkerVisible: false,
} as const

/** Rises are hollow and falls solid, so that the direction needs no colour. */
export function candleLook({ colour }: Palette): CandlestickSeriesPartialOptions {
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

/** Signs are ink: hue is kept for tier, official word and direction. */
export function laneLook({ colour }: Palette): LineSeriesPartialOptions {
  return { ...quiet, color: colour['line-now'], lineWidth: 1, pointMarkersRadius: 2 }
}
