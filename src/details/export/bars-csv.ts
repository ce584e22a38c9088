import { isoText } from '../../ui/words/times.ts'
import type { ChartModel } from '../chart/model.ts'
import { endOf } from '../chart/grid.ts'
import type { TimeSegment } from '../chart/segments.ts'

/**
 * The chart as CSV (RFC 4180), one row per bar with all values of that time. In every language numbers have a
 * decimal point and times are UTC; unknown values are empty.
 */
export function barsCsv({ grid, bars, line, lanes, tiers, phases }: ChartModel): string {
  const signs = lanes.map(({ sign, unit }) => `${sign}_${unit}`.replaceAll('-', '_'))
  const head = [
    ...['time_ms', 'time_utc', 'open', 'high', 'low', 'close', 'base_volume', 'quote_volume'],
    ...['price_line', 'tier', 'phase', ...signs],
  ]
  const rows = Array.from({ length: grid.size }, (_, slot) => {
    const at = grid.from + slot * grid.intervalMs
    const bar = bars[slot]
    const barEnd = Math.min(at + grid.intervalMs - 1, endOf(grid))
    return [
      at,
      isoText(at),
      ...[bar?.open, bar?.high, bar?.low, bar?.close, bar?.baseVolume, bar?.quoteVolume],
      line[slot],
      valueAt(tiers, barEnd),
      valueAt(phases, barEnd),
      ...lanes.map(({ points }) => points[slot]),
    ]
  })
  return [head, ...rows].map((row) => row.map((cell) => cell ?? '').join(',')).join('\r\n') + '\r\n'
}

/** The value at a time (ms); null where unknown. */
function valueAt<T>(segments: readonly TimeSegment<T>[], at: number): T | null {
  return segments.findLast(({ from, to }) => from <= at && at < to)?.value ?? null
}
