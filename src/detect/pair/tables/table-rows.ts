import { type Column, pickRows } from '../../../stats/column.ts'
import type { Tables } from './tables.ts'

type Part = Readonly<Record<string, unknown>>

const isColumn = (value: unknown): value is Column => ArrayBuffer.isView(value)
const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null

/** A copy of these rows alone, in this order. */
export function takeRows(tables: Tables, rows: readonly number[]): Tables {
  const capacity = tables.slowPrice.length
  const copy = (value: unknown): unknown => {
    if (isColumn(value)) return pickRows(value, rows, value.length / capacity)
    if (Array.isArray(value)) return value.map(copy)
    return isPart(value) ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, copy(v)])) : value
  }
  return { ...(copy(tables) as Tables), rows: rows.length }
}

/** Writes all rows of `from` over these rows of the tables. Both are of the present build. */
export function putRows(tables: Tables, rows: readonly number[], from: Tables): void {
  if (rows.length === 0) return
  const put = (to: unknown, source: unknown): void => {
    if (isColumn(to)) {
      const width = (source as Column).length / rows.length
      rows.forEach((row, i) => to.set((source as Column).subarray(i * width, (i + 1) * width), row * width))
    } else if (isPart(to)) for (const [key, part] of Object.entries(to)) put(part, (source as Part)[key])
  }
  put(tables, from)
}
