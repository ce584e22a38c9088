import { engineOfShape8 } from './saved-engine-8.ts'
import type { Engine, EngineToStore } from './engine-state.ts'
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
export function savedEngineOf({ data, cases, scoring: { model: _, ...scoring } }: Engine): SavedEngine {
  return { shape, engine: { data, cases, scoring } }
}

/** Version 0.1.0 stored tapes without these. */
function addMissing(tape: Partial<Pick<Tape, 'filledTo' | 'doubtedAt'>>): void {
  tape.filledTo ??= 0
  tape.doubtedAt ??= 0
}

/** The engine of what was stored; null for anything but what this version or the one before stored. */
export function engineOfSaved(saved: unknown): Engine | null {
  if (typeof saved !== 'object' || saved === null || !('shape' in saved)) return null
  if (saved.shape !== shape && saved.shape !== 8) return null
  const { engine } = saved.shape === 8 ? { engine: engineOfShape8(saved) } : (saved as SavedEngine)
  for (const { tape } of engine.data.pairs.values()) if (tape) addMissing(tape)
  return { ...engine, scoring: { ...engine.scoring, model: shippedModel }, recordedEvents: null, ignored: 0 }
}
