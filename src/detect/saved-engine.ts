import { engineOfShape8 } from './saved-engine-8.ts'
import type { Engine, EngineToStore } from './engine-state.ts'
import type { MarketData } from './pair/market-data.ts'
import type { PairState } from './pair/pair-state.ts'
import type { PegState } from './pair/price/peg.ts'
import { shippedModel } from './score/model.ts'
import type { Tape } from './trades/tape.ts'

/**
 * Raised when the engine's state changes shape; what the version before saved is
 * migrated, older ones are dropped.
 */
const shape = 9

/** An engine as it is stored. */
export interface SavedEngine {
  readonly shape: number
  readonly engine: EngineToStore
}

/** What is stored of an engine. Shares its data: to be cloned, or handed to a store, at once. */
export function savedEngineOf({
  data,
  cases,
  perpetual,
  scoring: { model: _, ...scoring },
}: Engine): SavedEngine {
  return { shape, engine: { data, cases, perpetual, scoring } }
}

/** The engine of what was stored; null for anything but what this version or the one before stored. */
export function engineOfSaved(saved: unknown): Engine | null {
  if (typeof saved !== 'object' || saved === null || !('shape' in saved)) return null
  if (saved.shape !== shape && saved.shape !== 8) return null
  const { engine } = saved.shape === 8 ? { engine: engineOfShape8(saved) } : (saved as SavedEngine)
  for (const pair of engine.data.pairs.values()) addMissing(pair)
  return {
    ...engine,
    data: withPegs(engine.data),
    // Not stored before there were perpetual markets.
    perpetual: (engine as Stored<EngineToStore, 'perpetual'>).perpetual ?? null,
    scoring: { ...engine.scoring, model: shippedModel },
    recordedEvents: null,
    recordedStatus: null,
    ignored: 0,
    given: null,
    bought: null,
  }
}

/** Adds what version 0.1.0 did not store: it took a tape for trades that arrive. */
function addMissing(pair: Stored<PairState, 'tradeFeed'>): void {
  const tape: Stored<Tape, 'filledTo'> | null = pair.tape
  if (tape) tape.filledTo ??= 0
  pair.tradeFeed ??= tape && { state: 'live', heardAt: tape.at, silentSince: null }
}

/** Adds what was not stored before coins were held against their pegs. */
function withPegs(data: Stored<MarketData, 'pegs'>): MarketData {
  return { ...data, pegs: data.pegs ?? new Map<string, PegState>() }
}

/** A value as an earlier version may have stored it, without some fields. */
type Stored<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>
