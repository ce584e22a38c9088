import { type Bars, emptyBars, growBars, keepBars } from '../../../stats/bars.ts'
import { growColumn, pickRows } from '../../../stats/column.ts'
import { type Baselines, emptyBaselines, growBaselines, keepBaselines } from '../usual/baselines.ts'
import { emptyRollings, growRollings, keepRollings, type Rollings } from './rolling-figures.ts'

/**
 * The numbers of all pairs of a venue, one row per pair, about 750 bytes. Typed arrays, because one frame updates
 * thousands of pairs a second and because all of it is saved as a snapshot.
 */
export interface Tables {
  /** Number of rows in use. */
  rows: number
  readonly bars: Bars
  readonly baseline: Baselines
  readonly rolling: Rollings
  /** Slow mean of the ln price (half-life 30 min). */
  slowPrice: Float64Array
  /** Highest and lowest price of the venue's rolling window in the newest tick; 0 where unknown. */
  high: Float64Array
  low: Float64Array
}

/** Tables grow by a sixteenth, at least by so many rows: each growth copies everything. */
const minGrowthRows = 64

/** Tables without rows. */
export function emptyTables(): Tables {
  const column = () => new Float64Array(0)
  return {
    rows: 0,
    bars: emptyBars(),
    baseline: emptyBaselines(),
    rolling: emptyRollings(),
    slowPrice: column(),
    high: column(),
    low: column(),
  }
}

/** Adds a row. Returns its index. */
export function addRow(tables: Tables): number {
  const row = tables.rows++
  if (row >= tables.slowPrice.length) growTables(tables, row + Math.max(minGrowthRows, row >> 4))
  return row
}

function growTables(tables: Tables, rows: number): void {
  growBars(tables.bars, rows)
  growBaselines(tables.baseline, rows)
  growRollings(tables.rolling, rows)
  tables.slowPrice = growColumn(tables.slowPrice, rows)
  tables.high = growColumn(tables.high, rows)
  tables.low = growColumn(tables.low, rows)
}

/** Keeps these rows alone, in this order. */
export function keepRows(tables: Tables, rows: readonly number[]): void {
  keepBars(tables.bars, rows)
  keepBaselines(tables.baseline, rows)
  keepRollings(tables.rolling, rows)
  tables.slowPrice = pickRows(tables.slowPrice, rows)
  tables.high = pickRows(tables.high, rows)
  tables.low = pickRows(tables.low, rows)
  tables.rows = rows.length
}
