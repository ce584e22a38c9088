import type { Contract } from '../../market/contract.ts'
import { admitPair } from '../pair/ensure-pair.ts'
import type { MarketData } from '../pair/market-data.ts'
import { addContractRow, type ContractTables, takeContractRows } from './contract-tables.ts'
import { observeInterval } from './observe-derivative.ts'
import { emptyPerpetual, type PerpetualData } from './perpetual-data.ts'

/**
 * Takes the venue's list of contracts: what each is of, its funding's interval, cap and floor. Those that it has no
 * more are forgotten, but for one with an episode. The list of pairs is another input.
 *
 * @param at market time, ms
 */
export function listContracts(
  data: MarketData,
  perpetual: PerpetualData | null,
  list: readonly Contract[],
  at: number,
): PerpetualData {
  const listed = new Set(list.map(({ symbol }) => symbol))
  const isKept = (symbol: string) => listed.has(symbol) || Boolean(data.pairs.get(symbol)?.episode)
  const next = keepContracts(perpetual ?? emptyPerpetual(), isKept)
  const rows = new Map(next.rows)
  for (const contract of list) {
    const pair = admitPair(data, contract.symbol)
    if (!pair) continue
    pair.class = contract.class
    pair.base ??= contract.base
    pair.quote ??= contract.quote
    const row = rows.get(contract.symbol) ?? addContractRow(next.tables)
    rows.set(contract.symbol, row)
    takeTerms(next.tables, row, contract, at)
  }
  return { ...next, rows }
}

function takeTerms(
  tables: ContractTables,
  row: number,
  { intervalH, cap, floor, upperBand = 0, lowerBand = 0 }: Contract,
  at: number,
): void {
  if (intervalH !== undefined) observeInterval(tables, row, intervalH, at)
  if (cap !== undefined) tables.cap[row] = cap
  if (floor !== undefined) tables.floor[row] = floor
  tables.upperBand[row] = upperBand
  tables.lowerBand[row] = lowerBand
}

function keepContracts(perpetual: PerpetualData, isKept: (symbol: string) => boolean): PerpetualData {
  const kept = [...perpetual.rows].filter(([symbol]) => isKept(symbol))
  if (kept.length === perpetual.rows.size) return perpetual
  const { apart, pinned, flags, bursts } = perpetual
  for (const symbols of [apart, pinned, flags, bursts])
    for (const symbol of symbols.keys()) if (!isKept(symbol)) symbols.delete(symbol)
  const order = kept.map(([, row]) => row)
  return {
    ...perpetual,
    rows: new Map(kept.map(([symbol], row) => [symbol, row])),
    tables: takeContractRows(perpetual.tables, order),
  }
}
