import type { Spread } from '../market/market-returns.ts'
import type { PairState } from '../pair/pair-state.ts'
import { type ContractTables, emptyContractTables, takeContractRows } from './contract-tables.ts'
import { nameOf } from './contracts-of.ts'
import type { Pinned } from './band/pinned.ts'
import type { Flags } from './flags/flags.ts'
import type { Apart } from './gaps/apart.ts'
import type { Burst } from './liquidations/burst.ts'
import { type Crowd, noCrowd } from './liquidations/crowd.ts'

/**
 * What an engine has measured of a venue's perpetual contracts besides their ticks and trades: plain data. What all
 * contracts have stands in tables; what few have, in objects that most go without.
 */
export interface PerpetualData {
  /** By symbol: its row in the tables. */
  readonly rows: ReadonlyMap<string, number>
  readonly tables: ContractTables
  /** The contracts whose prices stand apart now, by symbol. */
  readonly apart: Map<string, Apart>
  /** Those whose last price is held at the limit of their band, by symbol. */
  readonly pinned: Map<string, Pinned>
  /** Those on which the venue has set a flag, by symbol. */
  readonly flags: Map<string, Flags>
  /** Those of which a position was liquidated within the last minute, by symbol. */
  readonly bursts: Map<string, Burst>
  /** By kind of gap: how far (log) all contracts stand apart beyond what is usual; 0 where too few are known. */
  spreads: readonly Spread[]
  /** When each side was last liquidated in a crowd of contracts. */
  crowd: Crowd
}

/** Of contracts of which nothing is known. */
export function emptyPerpetual(): PerpetualData {
  return {
    rows: new Map(),
    tables: emptyContractTables(),
    apart: new Map(),
    pinned: new Map(),
    flags: new Map(),
    bursts: new Map(),
    spreads: [],
    crowd: noCrowd,
  }
}

/** What is known of these contracts alone. Shares nothing with the whole. */
export function perpetualOf(
  { rows, tables, apart, pinned, flags, bursts, spreads, crowd }: PerpetualData,
  symbols: ReadonlySet<string>,
): PerpetualData {
  const held = [...rows].filter(([symbol]) => symbols.has(symbol))
  const within = <T>(all: ReadonlyMap<string, T>) =>
    structuredClone(new Map([...all].filter(([symbol]) => symbols.has(symbol))))
  return {
    rows: new Map(held.map(([symbol], row) => [symbol, row])),
    tables: takeContractRows(
      tables,
      held.map(([, row]) => row),
    ),
    apart: within(apart),
    pinned: within(pinned),
    flags: within(flags),
    bursts: within(bursts),
    spreads,
    crowd,
  }
}

/** The names by which a venue may speak of these contracts: their symbols, and those of their indices. */
export function contractNames(pairs: readonly PairState[]): ReadonlySet<string> {
  return new Set(pairs.flatMap(({ symbol, base, quote }) => [symbol, nameOf(`${base}${quote}`)]))
}
