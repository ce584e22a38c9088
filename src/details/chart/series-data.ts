import type {
  CandlestickData,
  HistogramData,
  LineData,
  UTCTimestamp,
  WhitespaceData,
} from 'lightweight-charts'
import type { Bar } from './bars.ts'
import type { Grid } from './grid.ts'

/**
 * The time of a bar as the library counts it, s: it knows UTC alone, so that it is told local times as if they
 * were, and puts its marks at the trader's own hours and midnight.
 */
function timeOf(grid: Grid, slot: number): UTCTimestamp {
  return ((grid.from + slot * grid.intervalMs + localOffset(grid.from)) / 1000) as UTCTimestamp
}

/** What a local clock is ahead of UTC, ms. One value for a whole chart: its axis must not jump. */
export function localOffset(at: number): number {
  return -new Date(at).getTimezoneOffset() * 60_000
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
