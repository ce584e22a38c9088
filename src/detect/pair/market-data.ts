import { roughUsd } from '../settings.ts'
import { noDrift, type MarketDrift } from './price/drift.ts'
import type { PairState } from './pair-state.ts'
import type { PegState } from './price/peg.ts'
import { emptyTables, type Tables } from './tables/tables.ts'

/** What an engine has measured of one venue's market: plain data, changed in place. */
export interface MarketData {
  readonly venue: string
  readonly pairs: Map<string, PairState>
  readonly tables: Tables
  /** Market time of the newest frame, ms; 0 before the first. */
  at: number
  /** Time (ms) of a frame that is not believed yet, see clock-jump.ts; 0 where there is none. */
  clockJumpAt: number
  /** Market time lost in data gaps so far, ms: baselines run on observed time. */
  lost: number
  /** Which feed the frames come from: rolling figures of different feeds must not be subtracted. */
  source: string
  /** Typical time between frames with rows, ms; 0 while unknown. Decides which model applies. */
  spacing: number
  /** When a frame last had rows, ms; 0 before the first. */
  spokeAt: number
  /** When frames last came again after a data gap, ms; 0 before the first. */
  openedAt: number
  /** USD per unit of a quote currency; read by `usdOf`. */
  readonly usd: Record<string, number>
  /** Per quote currency: the market's own move, taken out of every single pair. */
  drift: MarketDrift
  /** By coin: what is known of those that are pegged to a dollar or another coin. */
  readonly pegs: Map<string, PegState>
}

/** The data of a venue of which nothing is known. */
export function emptyMarketData(venue: string): MarketData {
  return {
    venue,
    pairs: new Map(),
    tables: emptyTables(),
    at: 0,
    clockJumpAt: 0,
    lost: 0,
    source: '',
    spacing: 0,
    spokeAt: 0,
    openedAt: 0,
    usd: { ...roughUsd },
    drift: noDrift(),
    pegs: new Map(),
  }
}
