import type { ChartModel } from '../chart/model.ts'
import { endOf } from '../chart/grid.ts'
import type { Segment } from '../chart/segments.ts'

/**
 * The bars of the chart, one a line: what stands on one clock in the chart stands in one row here. Numbers have
 * a point and times are UTC whatever the trader's language; what is not known is empty. RFC 4180.
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
    const middle = Math.min(at + grid.intervalMs - 1, endOf(grid))
    return [
      at,
      new Date(at).toISOString(),
      ...[bar?.open, bar?.high, bar?.low, bar?.close, bar?.baseVolume, bar?.quoteVolume],
      line[slot],
      valueAt(tiers, middle),
      valueAt(phases, middle),
      ...lanes.map(({ points }) => points[slot]),
    ]
  })
  return [head, ...rows].map((row) => row.map((cell) => cell ?? '').join(',')).join('\r\n') + '\r\n'
}

/** What stood at the end of a bar. */
function valueAt<T>(segments: readonly Segment<T>[], at: number): T | null {
  return segments.findLast(({ from, to }) => from <= at && at < to)?.value ?? null
}
