import { tablesFault } from '../../../detect/pair/tables/sound-tables.ts'
import type { SavedChanges } from '../../../detect/saved-changes.ts'
import { listingStates, maxPairs } from '../../../market/pair.ts'
import {
  type Guard,
  isNumber,
  isString,
  listOf,
  oneOf,
  orAbsent,
  orNull,
  withFields,
} from '../../../shared/storage/guards.ts'

const columns = {
  row: Uint16Array,
  age: Int32Array,
  last: Float32Array,
  turnover: Float32Array,
  length: Int32Array,
  trades: Float64Array,
} as const

const isFrame: Guard = (value) => {
  const frame = value as Readonly<Record<string, unknown>>
  const { row } = frame
  return (
    row instanceof Uint16Array &&
    Object.entries(columns).every(
      ([name, type]) => frame[name] instanceof type && (frame[name] as Uint16Array).length === row.length,
    )
  )
}

const isRow: Guard = (value) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < 65_536
const isChanges = withFields({
  shape: isNumber,
  data: withFields({ venue: isString, at: isNumber, lost: isNumber, openedAt: isNumber }),
  scoring: withFields({}),
  cases: withFields({}),
  perpetual: orAbsent(withFields({})),
  added: listOf(
    withFields({
      symbol: isString,
      base: orNull(isString),
      quote: orNull(isString),
      listing: oneOf(listingStates),
    }),
  ),
  frame: isFrame,
  whole: listOf(withFields({ symbol: isString, row: isRow })),
  rows: (value) => tablesFault(value) === null,
} satisfies Record<keyof SavedChanges, Guard>)

/** The part of an entry that is not built as this version builds it; null: it can be taken up, then to be proven. */
export function changesFault(value: unknown, rows: number): string | null {
  if (!isChanges(value)) return 'build'
  const { whole, rows: taken, added } = value as SavedChanges
  if (taken.rows !== whole.length || taken.slowPrice.length !== whole.length) return 'rows'
  if (added.length > maxPairs || whole.some(({ row }) => row >= rows + added.length)) return 'row'
  return null
}
