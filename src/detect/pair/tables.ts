import { type Bars, emptyBars, growBars } from '../../stats/bars.ts'
import { growColumn } from '../../stats/column.ts'
import { type Baselines, emptyBaselines, growBaselines } from './baselines.ts'
import { emptyRollings, growRollings, type Rollings } from './rolling-figures.ts'

/**
 * The numbers of all pairs of a venue, a row each: about 750 bytes a pair, side by side, because a frame of the
 * market touches those of thousands of pairs each second, and because all of it is saved every minute.
 */
export interface Tables {
  /** Rows given out so far. */
  rows: number
  readonly bars: Bars
  readonly baseline: Baselines
  readonly rolling: Rollings
  /** ln of the price's slow mean (half-life 30 min). */
  slowPrice: Float64Array
  /** Highest and lowest price of the venue's window as last told; 0 before. */
  high: Float64Array
  low: Float64Array
}

/** Room is made for so many pairs at a time. */
const block = 64

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

/** Gives out a fresh row. */
export function addRow(tables: Tables): number {
  const row = tables.rows++
  if (row >= tables.slowPrice.length) growTables(tables, tables.slowPrice.length + block)
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
