import type {
  CandlestickData,
  HistogramData,
  LineData,
  UTCTimestamp,
  WhitespaceData,
} from 'lightweight-charts'
import type { Bar } from './bars.ts'
import type { Grid } from './grid.ts'

/** The time of a bar as the library counts it, s. */
export function timeOf({ from, intervalMs }: Grid, slot: number): UTCTimestamp {
  return ((from + slot * intervalMs) / 1000) as UTCTimestamp
}

/** Bars as candles. A bar that is missing holds its place, so that the axis stays even. */
export function candleData(grid: Grid, bars: readonly (Bar | null)[]): (CandlestickData | WhitespaceData)[] {
  return bars.map((bar, slot) => {
    const time = timeOf(grid, slot)
    if (!bar) return { time }
    const { open, high, low, close } = bar
    return { time, open, high, low, close }
  })
}

/** Volumes in units of the base. */
export function volumeData(grid: Grid, bars: readonly (Bar | null)[]): (HistogramData | WhitespaceData)[] {
  return bars.map((bar, slot) => {
    const time = timeOf(grid, slot)
    return bar ? { time, value: bar.baseVolume } : { time }
  })
}

/** A line over the grid; without points it merely spans the axis. */
export function lineData(grid: Grid, points: readonly (number | null)[]): (LineData | WhitespaceData)[] {
  return Array.from({ length: grid.size }, (_, slot) => {
    const time = timeOf(grid, slot)
    const value = points[slot] ?? null
    return value === null ? { time } : { time, value }
  })
}
