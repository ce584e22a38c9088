import type { EngineToStore, Engine } from './engine-state.ts'
import { ensurePair } from './pair/ensure-pair.ts'
import type { MarketData } from './pair/market-data.ts'
import type { PairState } from './pair/pair-state.ts'
import { type SavedFrame, savedFrameOf, takeSavedFrame } from './pair/tables/saved-frame.ts'
import { putRows, takeRows } from './pair/tables/table-rows.ts'
import type { Tables } from './pair/tables/tables.ts'
import type { PerpetualData } from './perpetual/perpetual-data.ts'
import { dataGapMs } from './settings.ts'

/** Raised when the changes change shape; those of another shape are not used. */
const shape = 1

/**
 * What changed of an engine since it was last saved, a fortieth of the whole. Pairs that something is going on in are
 * saved as they are; of all others the newest tick, so that the past minutes are known to the minute.
 */
export interface SavedChanges {
  readonly shape: number
  readonly data: Omit<MarketData, 'pairs' | 'tables'>
  readonly scoring: EngineToStore['scoring']
  readonly cases: EngineToStore['cases']
  /** Of perpetual contracts what moves by the second; what is usual of them waits for the whole. */
  readonly perpetual?: Pick<PerpetualData, 'apart' | 'pinned' | 'flags' | 'bursts' | 'spreads' | 'crowd'>
  /** New pairs, in the order of their rows. */
  readonly added: readonly Pick<PairState, 'symbol' | 'base' | 'quote' | 'listing'>[]
  readonly frame: SavedFrame
  /** Pairs that are saved whole, and their rows of the tables in that order. */
  readonly whole: readonly Omit<PairState, 'tables'>[]
  readonly rows: Tables
}

/** What was stored of an engine: changes are relative to it. */
export interface SavedMark {
  /** Symbols by their rows, and when each was last observed, market time, ms. */
  readonly symbols: readonly (string | undefined)[]
  readonly seen: Float64Array
  readonly active: ReadonlySet<string>
  readonly at: number
  readonly source: string
  readonly openedAt: number
  /** Number of perpetual contracts. */
  readonly contracts: number
}

/** What is known of an engine that is stored now, whole or by its changes. */
export function savedMarkOf({ data, perpetual }: Engine): SavedMark {
  const symbols = new Array<string | undefined>(data.tables.rows).fill(undefined)
  const seen = new Float64Array(data.tables.rows)
  const active = new Set<string>()
  for (const pair of data.pairs.values()) {
    symbols[pair.row] = pair.symbol
    seen[pair.row] = pair.at
    if (isActive(pair, data.at)) active.add(pair.symbol)
  }
  const { at, source, openedAt } = data
  return { symbols, seen, active, at, source, openedAt, contracts: contractsOf(perpetual) }
}

const contractsOf = (perpetual: PerpetualData | null) => perpetual?.rows.size ?? 0

/** Whether more is going on in a pair than that it trades. */
function isActive(pair: PairState, at: number): boolean {
  const { stray, tape, tradeFeed, doubted, suspicion, episode, closing, recording } = pair
  return (
    Boolean(stray ?? tape ?? tradeFeed ?? doubted ?? episode ?? closing ?? recording) ||
    (suspicion !== null && suspicion.followUntil >= at)
  )
}

/**
 * What changed since the mark; null where the engine has to be saved whole: after a data gap, a change of feed, minutes
 * that were not saved, or where pairs were forgotten or other contracts listed. Shares its data: to be cloned, or handed to a store, at once.
 */
export function changesOf({ data, scoring, cases, perpetual }: Engine, mark: SavedMark): SavedChanges | null {
  if (contractsOf(perpetual) !== mark.contracts) return null
  if (data.source !== mark.source || data.openedAt !== mark.openedAt) return null
  if (data.at - mark.at > dataGapMs) return null
  const pairs = [...data.pairs.values()].sort((a, b) => a.row - b.row)
  const rows = mark.symbols.length
  const known = pairs.filter(({ row, symbol }) => row < rows && mark.symbols[row] === symbol)
  const added = pairs.filter(({ row }) => row >= rows)
  const isSame = known.length === mark.symbols.filter((symbol) => symbol !== undefined).length
  if (!isSame || known.length + added.length < pairs.length) return null
  const isWhole = (pair: PairState) => isActive(pair, data.at) || mark.active.has(pair.symbol)
  const whole = pairs.filter(isWhole)
  const ticked = pairs.filter((pair) => !isWhole(pair) && pair.at !== (mark.seen[pair.row] ?? 0))
  const { pairs: _, tables, ...rest } = data
  const { model: __, ...learnt } = scoring
  return {
    shape,
    data: rest,
    scoring: learnt,
    cases,
    ...(perpetual && { perpetual: movingOf(perpetual) }),
    added: added.map(({ symbol, base, quote, listing }) => ({ symbol, base, quote, listing })),
    frame: savedFrameOf(data, ticked),
    whole: whole.map(({ tables: _, ...pair }) => pair),
    rows: takeRows(
      tables,
      whole.map(({ row }) => row),
    ),
  }
}

const movingOf = ({ apart, pinned, flags, bursts, spreads, crowd }: PerpetualData) => ({
  apart,
  pinned,
  flags,
  bursts,
  spreads,
  crowd,
})

/** The engine with changes that were saved after it; they have to be sound in their build. Reuses its data. */
export function withChanges(engine: Engine, changes: SavedChanges): Engine {
  const { data } = engine
  // Left behind by an older state.
  if (changes.shape !== shape || changes.data.at < data.at) return engine
  for (const { symbol, ...facts } of changes.added) Object.assign(ensurePair(data, symbol), facts)
  takeSavedFrame(data, changes.frame, changes.data)
  const { pairs, tables } = data
  putRows(
    tables,
    changes.whole.map(({ row }) => row),
    changes.rows,
  )
  for (const pair of changes.whole) pairs.set(pair.symbol, { ...pair, tables })
  return {
    ...engine,
    data: { ...changes.data, pairs, tables },
    scoring: { ...engine.scoring, ...changes.scoring },
    cases: changes.cases,
    perpetual: engine.perpetual && { ...engine.perpetual, ...changes.perpetual },
  }
}
