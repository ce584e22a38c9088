import { baselineDelayMinutes } from '../../settings.ts'
import { addRow, emptyTables, type Tables } from './tables.ts'
import type { Column } from '../../../stats/column.ts'

/** Tables of some rows, as this version makes them: what is stored has to be of their build. */
const example = emptyTables()
addRow(example)
const exampleRows = example.slowPrice.length

const isColumn = (value: unknown): value is Column => ArrayBuffer.isView(value)
const tagOf = (value: unknown) => Object.prototype.toString.call(value)

/** The path of the first part of the tables that is not built as this version builds them; null: all is. */
export function tablesFault(tables: unknown): string | null {
  const { rows, slowPrice } = (tables ?? {}) as Partial<Tables>
  const capacity = isColumn(slowPrice) ? slowPrice.length : -1
  if (!Number.isInteger(rows) || rows! < 0 || rows! > capacity) return 'rows'
  return buildFault(tables, example, capacity, '')
}

function buildFault(value: unknown, like: unknown, rows: number, path: string): string | null {
  if (isColumn(like)) {
    const perRow = like.length / exampleRows
    return tagOf(value) === tagOf(like) && (value as Column).length === rows * perRow ? null : path
  }
  if (typeof like !== 'object' || like === null) return path === 'rows' || value === like ? null : path
  if (tagOf(value) !== tagOf(like)) return path
  for (const [key, part] of Object.entries(like)) {
    const inner = path ? `${path}.${key}` : key
    const fault = buildFault((value as Record<string, unknown>)[key], part, rows, inner)
    if (fault !== null) return fault
  }
  return null
}

/** The largest number that anything measured has, and the farthest ln of a price from 0. */
const maxValue = 1e40
const maxLevel = 60
/** Columns with numbers below 0, and the least of them; −1 stands for an unknown figure. */
const least: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ['price', 'anchor', 'slowPrice', 'close', 'lastClose'].map((name) => [name, -maxLevel]),
  ),
  ...Object.fromEntries(
    ['step', 'minute', 'turnover', 'count', 'lastTrade', 'since', 'at'].map((name) => [name, -1]),
  ),
  kept: -32_768,
}
const mostOf = (name: string) => (least[name] === -maxLevel ? maxLevel : maxValue)

/** The clock that rows are held against: the latest time that a row may know, ms, and the gaps until now, ms. */
interface RowClock {
  readonly latest: number
  readonly lost: number
}

const finestStepMs = example.bars.rungs[0]!.stepMs

/** The rows in use with a number that nothing measured can have: not finite, out of range, of the future. */
export function unsoundRows(tables: Tables, { latest, lost }: RowClock): ReadonlySet<number> {
  const unsound = new Set<number>()
  forEachColumn(tables, '', (name, column) => {
    const perRow = column.length / tables.slowPrice.length
    const [from, to] = [least[name] ?? 0, mostOf(name)]
    const end = tables.rows * perRow
    for (let i = 0; i < end; i++)
      if (!(column[i]! >= from && column[i]! <= to)) unsound.add(Math.floor(i / perRow))
  })
  const { bars, baseline, rolling } = tables
  const lastStep = latest / finestStepMs
  const lastMinute = (latest - lost) / 60_000
  for (let row = 0; row < tables.rows; row++) {
    const isInTime =
      bars.step[row]! <= lastStep &&
      (bars.step[row]! < 0 || bars.first[row]! <= bars.step[row]!) &&
      rolling.at[row]! <= latest &&
      rolling.since[row]! <= latest &&
      baseline.minute[row]! <= lastMinute &&
      baseline.waits[row]! <= baselineDelayMinutes
    if (!isInTime) unsound.add(row)
  }
  return unsound
}

function forEachColumn(value: object, name: string, visit: (name: string, column: Column) => void): void {
  if (isColumn(value)) return visit(name, value)
  for (const [key, part] of Object.entries(value))
    if (typeof part === 'object' && part !== null) forEachColumn(part as object, key, visit)
}
