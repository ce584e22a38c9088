import { type Spread, spreadOf } from '../../market/market-returns.ts'
import { maxGapStepMs, minSpreadContracts } from '../../settings.ts'
import type { ContractTables } from '../contract-tables.ts'
import { gapKinds } from './gap-kinds.ts'
import { isGapKnown } from './learn-gap.ts'

const none: Spread = { middle: 0, width: 0 }

/**
 * How far all contracts of a venue stand apart beyond what is usual of each, by kind of gap: in a crash all perpetuals
 * trade below spot, and none of them is told of that. Linear in the contracts.
 *
 * @param at market time, ms
 */
export function gapSpreads(tables: ContractTables, at: number): readonly Spread[] {
  return gapKinds.map((kind) => {
    const values: number[] = []
    for (let row = 0; row < tables.rows; row++) {
      const i = row * gapKinds.length + kind
      const isFresh = at - tables.gapAt[i]! <= maxGapStepMs && isGapKnown(tables, i)
      if (isFresh) values.push(tables.gap[i]! - tables.usualGap[i]!)
    }
    return values.length < minSpreadContracts ? none : spreadOf(Float64Array.from(values))
  })
}

/** The spread of a kind; of one that was never measured, none. */
export const spreadOfKind = (spreads: readonly Spread[], kind: number): Spread => spreads[kind] ?? none
