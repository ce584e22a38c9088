import { growColumn, pickRows } from '../../stats/column.ts'
import { gapKinds } from './gaps/gap-kinds.ts'
import { interestSlots } from './interest-slots.ts'

/** Numbers a row of each column; 0 stands for what is not known. Prices are quote per base, times ms UTC. */
export const widths = {
  mark: 1,
  markAt: 1,
  index: 1,
  indexAt: 1,
  /** Last price of the coin on the same exchange's spot market. */
  spot: 1,
  spotAt: 1,
  /** Of each kind of gap (`gapKinds`), logs: the newest, what is usual, and how far it usually strays from that. */
  gap: gapKinds.length,
  usualGap: gapKinds.length,
  gapNoise: gapKinds.length,
  /** For how long it was measured, ms, and when last. */
  gapKnownMs: gapKinds.length,
  gapAt: gapKinds.length,
  /** Open interest, units of the base: the newest, and the first of each step of five minutes. */
  interest: 1,
  interestStep: 1,
  interestSteps: interestSlots,
  /** Mean size (log) of its change over 15 minutes. */
  interestNoise: 1,
  /** Funding as a fraction an interval, and the interval, hours; the one before it was shortened, and when it was. */
  funding: 1,
  interval: 1,
  intervalBefore: 1,
  shortenedAt: 1,
  cap: 1,
  floor: 1,
  /** The most and the least that an order may ask, as multiples of the mark. */
  upperBand: 1,
  lowerBand: 1,
  /** Liquidated so far, USD, of which a week's half remains, over how long, ms, and until when. */
  liquidated: 1,
  liquidatedMs: 1,
  liquidatedAt: 1,
} as const

/** Name of a column. */
export type ContractColumn = keyof typeof widths

/** The numbers of all perpetual contracts of a venue, a row a contract: 430 bytes. Reference: structure of arrays. */
export interface ContractTables extends Record<ContractColumn, Float64Array> {
  /** Rows in use. */
  rows: number
}

export const contractColumns = Object.keys(widths) as readonly ContractColumn[]

/** Tables grow by so many rows: each growth copies everything. */
const growthRows = 64

/** Tables without rows. */
export function emptyContractTables(): ContractTables {
  const columns = contractColumns.map((name) => [name, new Float64Array(0)] as const)
  return { rows: 0, ...(Object.fromEntries(columns) as Record<ContractColumn, Float64Array>) }
}

/** Adds a row of which nothing is known. Returns its index. */
export function addContractRow(tables: ContractTables): number {
  const row = tables.rows++
  if (row >= tables.mark.length)
    for (const name of contractColumns)
      tables[name] = growColumn(tables[name], (row + growthRows) * widths[name])
  return row
}

/** A copy of these rows alone, in this order. */
export function takeContractRows(tables: ContractTables, rows: readonly number[]): ContractTables {
  const taken = emptyContractTables()
  for (const name of contractColumns) taken[name] = pickRows(tables[name], rows, widths[name])
  return { ...taken, rows: rows.length }
}
