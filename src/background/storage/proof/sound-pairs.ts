import type { MarketData } from '../../../detect/pair/market-data.ts'
import type { PairState } from '../../../detect/pair/pair-state.ts'
import { pairGuards } from './pair-guards.ts'
import { unsoundRows } from '../../../detect/pair/tables/sound-tables.ts'

interface SoundPairs {
  readonly pairs: Map<string, PairState>
  /** `pairs.SYSBTC.tape` */
  readonly faults: readonly string[]
}

/**
 * The pairs of which everything is sound. The row of one that is left out is not used again.
 *
 * @param latest the latest time that a pair may know, ms
 */
export function soundPairs({ pairs, tables, lost }: MarketData, latest: number): SoundPairs {
  const guards = Object.entries(pairGuards(latest))
  const unsound = unsoundRows(tables, { latest, lost })
  const owners = new Map<unknown, number>()
  for (const pair of pairs.values() as Iterable<Partial<PairState> | null | undefined>)
    owners.set(pair?.row, (owners.get(pair?.row) ?? 0) + 1)
  const faultOf = (symbol: unknown, pair: PairState): string | null => {
    if (typeof pair !== 'object' || pair === null) return 'no pair'
    const { row } = pair
    if (typeof symbol !== 'string' || pair.symbol !== symbol) return 'symbol'
    if (pair.tables !== tables) return 'tables'
    const isRow = Number.isInteger(row) && row >= 0 && row < tables.rows && owners.get(row) === 1
    if (!isRow || unsound.has(row)) return 'row'
    return guards.find(([field, is]) => !is(pair[field as keyof PairState]))?.[0] ?? null
  }
  const sound = new Map<string, PairState>()
  const faults: string[] = []
  for (const [symbol, pair] of pairs) {
    const fault = faultOf(symbol, pair)
    if (fault === null) sound.set(symbol, pair)
    else faults.push(`pairs.${String(symbol)}.${fault}`)
  }
  return { pairs: sound, faults }
}
