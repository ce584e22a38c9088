import { engineOfShape8 } from './saved-engine-8.ts'
import type { Engine, EngineToStore } from './engine-state.ts'
import type { PairState } from './pair/pair-state.ts'
import { shippedModel } from './score/model.ts'

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
export function savedEngineOf({ data, cases, scoring: { model: _, ...scoring } }: Engine): SavedEngine {
  return { shape, engine: { data, cases, scoring } }
}

/** The engine of what was stored; null for anything but what this version or the one before stored. */
export function engineOfSaved(saved: unknown): Engine | null {
  if (typeof saved !== 'object' || saved === null || !('shape' in saved)) return null
  if (saved.shape !== shape && saved.shape !== 8) return null
  const { engine } = saved.shape === 8 ? { engine: engineOfShape8(saved) } : (saved as SavedEngine)
  addTradeFeeds(engine)
  return {
    ...engine,
    scoring: { ...engine.scoring, model: shippedModel },
    recordedEvents: null,
    recordedStatus: null,
    ignored: 0,
  }
}

/** Versions that did not know whether trades arrive took a tape for it. */
function addTradeFeeds({ data }: EngineToStore): void {
  for (const pair of data.pairs.values() as Iterable<Omit<PairState, 'tradeFeed'> & Partial<PairState>>)
    pair.tradeFeed ??= pair.tape && { state: 'live', heardAt: pair.tape.at, silentSince: null }
}
