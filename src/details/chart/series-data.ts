import type {
  CandlestickData,
  HistogramData,
  LineData,
  UTCTimestamp,
  WhitespaceData,
} from 'lightweight-charts'
import type { ChartBar } from './bars.ts'
import type { TimeGrid } from './grid.ts'

/**
 * Time of a bar for the library (s). The library only supports UTC: local times are passed as if they were UTC, so
 * that its ticks are at full local hours and local midnight.
 */
function timeOf(grid: TimeGrid, slot: number): UTCTimestamp {
  return ((grid.from + slot * grid.intervalMs + localOffset(grid.from)) / 1000) as UTCTimestamp
}

/** How far local time is ahead of UTC (ms). One value for a whole chart, or its axis would jump. */
export function localOffset(at: number): number {
  return -new Date(at).getTimezoneOffset() * 60_000
}

/** Bars as candles. Missing bars are whitespace, so that the axis stays evenly spaced. */
export function candleData(
  grid: TimeGrid,
  bars: readonly (ChartBar | null)[],
): (CandlestickData | WhitespaceData)[] {
  return bars.map((bar, slot) => {
    const time = timeOf(grid, slot)
    if (!bar) return { time }
    const { open, high, low, close } = bar
    return { time, open, high, low, close }
  })
}

/** Volumes in base units. */
export function volumeData(
  grid: TimeGrid,
  bars: readonly (ChartBar | null)[],
): (HistogramData | WhitespaceData)[] {
  return bars.map((bar, slot) => {
    const time = timeOf(grid, slot)
    const value = bar?.baseVolume ?? null
    return value === null ? { time } : { time, value }
  })
}

/** A line over the grid. Without points it has no values but still spans the axis. */
export function lineData(grid: TimeGrid, points: readonly (number | null)[]): (LineData | WhitespaceData)[] {
  return Array.from({ length: grid.size }, (_, slot) => {
    const time = timeOf(grid, slot)
    const value = points[slot] ?? null
    return value === null ? { time } : { time, value }
  })
}
