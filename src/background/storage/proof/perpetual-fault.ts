import { type ContractColumn, contractColumns, widths } from '../../../detect/perpetual/contract-tables.ts'
import type { Pinned } from '../../../detect/perpetual/band/pinned.ts'
import { type Flag, flagNames } from '../../../detect/perpetual/flags/flags.ts'
import { emptyApart } from '../../../detect/perpetual/gaps/apart.ts'
import { interestStepMs } from '../../../detect/perpetual/interest-slots.ts'
import type { Burst, LiquidatedSecond } from '../../../detect/perpetual/liquidations/burst.ts'
import type { PerpetualData } from '../../../detect/perpetual/perpetual-data.ts'
import { type Guard, isNumber, listOf, orAbsent, withFields } from '../../../shared/storage/guards.ts'
import { timeUntil } from './pair-guards.ts'

/** Columns of times, ms, and those with numbers below 0. */
const times: readonly ContractColumn[] = [
  'markAt',
  'indexAt',
  'spotAt',
  'gapAt',
  'shortenedAt',
  'liquidatedAt',
]
const signed: readonly ContractColumn[] = ['gap', 'usualGap', 'funding', 'cap', 'floor']
/** The largest number that anything measured has. */
const maxValue = 1e40
const isAmount: Guard = (value) => isNumber(value) && (value as number) >= 0

/**
 * The part of what is known of perpetual contracts that no measurement can have made; null: all is sound.
 *
 * @param latest the latest time that any of it may know, ms
 */
export function faultOfPerpetual(value: unknown, latest: number): string | null {
  const { rows, tables, apart, pinned, flags, bursts, spreads, crowd } = (value ??
    {}) as Partial<PerpetualData>
  if (!(rows instanceof Map) || typeof tables !== 'object' || tables === null) return 'rows'
  const used = new Set([...rows.values()] as unknown[])
  const isRows = [...used].every(
    (row) => Number.isInteger(row) && (row as number) >= 0 && (row as number) < tables.rows,
  )
  if (!isRows || used.size !== rows.size || tables.rows !== rows.size) return 'rows'
  if (![...rows.keys()].every((symbol) => typeof symbol === 'string')) return 'rows'
  const column = contractColumns.find((name) => !isSoundColumn(tables, name, latest))
  if (column) return `tables.${column}`
  if (!isMap(apart, rows, apartOf(latest))) return 'apart'
  if (!isMap(pinned, rows, pinnedOf(latest))) return 'pinned'
  if (!isMap(flags, rows, flagsOf(latest))) return 'flags'
  if (!isMap(bursts, rows, burstOf(latest))) return 'bursts'
  const isTime = timeUntil(latest)
  if (!withFields({ longs: isTime, shorts: isTime, at: isTime })(crowd)) return 'crowd'
  return listOf(withFields({ middle: isNumber, width: isAmount }))(spreads) ? null : 'spreads'
}

function isSoundColumn(tables: PerpetualData['tables'], name: ContractColumn, latest: number): boolean {
  const column: unknown = tables[name]
  const [width, capacity] = [widths[name], (tables.mark as unknown as Partial<Float64Array>)?.length ?? 0]
  if (!(column instanceof Float64Array) || column.length !== capacity * width) return false
  const most = times.includes(name) ? latest : name === 'interestStep' ? latest / interestStepMs : maxValue
  const least = signed.includes(name) ? -maxValue : 0
  return tables.rows <= capacity && column.every((each) => each >= least && each <= most)
}

const isMap = (value: unknown, rows: ReadonlyMap<string, number>, is: Guard): boolean =>
  value instanceof Map && [...value].every(([symbol, each]) => rows.has(symbol as string) && is(each))

function apartOf(latest: number): Guard {
  const { off, since } = emptyApart()
  const ofLength =
    (length: number, is: Guard): Guard =>
    (value) =>
      listOf(is)(value) && (value as unknown[]).length === length
  return withFields({
    off: ofLength(off.length, isNumber),
    since: ofLength(since.length, timeUntil(latest)),
  })
}

const isPrice: Guard = (value) => isAmount(value) && value !== 0
const pinnedOf = (latest: number): Guard =>
  withFields({
    side: (value) => value === 1 || value === -1,
    limit: isPrice,
    middle: isPrice,
    since: timeUntil(latest),
    seenAt: timeUntil(latest),
  } satisfies Record<keyof Pinned, Guard>)

const flagsOf = (latest: number): Guard => {
  const isFlag = withFields({ since: timeUntil(latest), seenAt: timeUntil(latest) } satisfies Record<
    keyof Flag,
    Guard
  >)
  return withFields(Object.fromEntries(flagNames.map((name) => [name, orAbsent(isFlag)])))
}

const burstOf = (latest: number): Guard =>
  withFields({
    usual: isAmount,
    seconds: listOf(
      withFields({
        second: timeUntil(latest / 1000),
        longs: isAmount,
        shorts: isAmount,
      } satisfies Record<keyof LiquidatedSecond, Guard>),
    ),
  } satisfies Record<keyof Burst, Guard>)
