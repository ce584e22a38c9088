import { isoText } from '../../ui/words/times.ts'
import type { ChartModel } from '../chart/model.ts'
import { endOf } from '../chart/grid.ts'
import { signsOf } from '../chart/lane.ts'
import type { TimeSegment } from '../chart/segments.ts'

/** Spreadsheets take a file that does not begin with it for one in the local code page. */
const byteOrderMark = '\uFEFF'

/**
 * The chart as CSV (RFC 4180) that spreadsheets open as a table, one row per bar with all values of that time. In every
 * language numbers have a decimal point and no exponent, and times are UTC, `YYYY-MM-DD hh:mm:ss`; unknown values are
 * empty.
 *
 * @param decimals with which the venue quotes the prices
 */
export function barsCsv(model: ChartModel, decimals: number): string {
  const { grid, bars, line, lanes, tiers, phases, episode } = model
  const price = (value: number | undefined) => value?.toFixed(decimals)
  const told = lanes.flatMap(signsOf)
  const signs = told.map(({ sign, unit }) => `${sign}_${unit}`.replaceAll('-', '_'))
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
      isoText(at).slice(0, 19).replace('T', ' '),
      ...[price(bar?.open), price(bar?.high), price(bar?.low), price(bar?.close)],
      ...[bar?.baseVolume, bar?.quoteVolume],
      // Of a whole market the line holds changes.
      episode?.symbol === null ? line[slot] : price(line[slot] ?? undefined),
      valueAt(tiers, barEnd),
      valueAt(phases, barEnd),
      ...told.map(({ points }) => points[slot]),
    ]
  })
  return byteOrderMark + [head, ...rows].map((row) => row.map(cellText).join(',') + '\r\n').join('')
}

/** A small number without its exponent, of which some spreadsheets make text. */
function cellText(cell: string | number | null | undefined): string {
  const text = String(cell ?? '')
  return typeof cell === 'number' && text.includes('e') ? cell.toFixed(20).replace(/\.?0+$/, '') : text
}

/** The value at a time (ms); null where unknown. */
function valueAt<T>(segments: readonly TimeSegment<T>[], at: number): T | null {
  return segments.findLast(({ from, to }) => from <= at && at < to)?.value ?? null
}
