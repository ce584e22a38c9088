import type { SavedAcross } from '../../detect/cross-venue/save-cross-venue.ts'
import type { Engine } from '../../detect/engine-state.ts'
import { shippedModel } from '../../detect/score/model.ts'
import { withDatabase } from './database.ts'

/** Increased when the engine's state changes shape: a state saved by an older version is then discarded. */
const shape = 8

/** An engine as it is stored: everything but its model, which ships with the extension. */
export interface SavedEngine {
  readonly shape: number
  readonly engine: Omit<Engine, 'model'>
}

/** The stored form of an engine. */
export function savedOf({ model: _, ...engine }: Engine): SavedEngine {
  // Events not yet recorded are stored by the recorder.
  return { shape, engine: { ...engine, recordedEvents: null } }
}

/** The engine in a stored value; null for anything but what this version stores. */
export function engineOf(saved: unknown): Engine | null {
  if (typeof saved !== 'object' || saved === null || !('shape' in saved) || saved.shape !== shape) return null
  return { ...(saved as SavedEngine).engine, model: shippedModel }
}

/** The last saved engine of a venue, or null. A broken database counts as an empty one. */
export async function loadEngine(venue: string): Promise<Engine | null> {
  try {
    return engineOf(await withDatabase((db) => db.get('engines', venue)))
  } catch {
    return null
  }
}

/** Key of the cross-venue state in the same store: no venue has this id. */
const crossVenueKey = '*'

/** The last saved cross-venue state, or null. */
export async function loadCrossVenue(): Promise<SavedAcross | null> {
  try {
    const saved = await withDatabase((db) => db.get('engines', crossVenueKey))
    return (saved as SavedAcross | undefined) ?? null
  } catch {
    return null
  }
}

/** Saves the cross-venue state; a failure is handled as by `saveEngine`. */
export const saveCrossVenue = (saved: SavedAcross): Promise<void> => put(saved, crossVenueKey)

/** Saves an engine. A full or broken database costs the warm start, nothing else. */
export const saveEngine = (engine: Engine): Promise<void> => put(savedOf(engine), engine.venue)

async function put(saved: unknown, key: string): Promise<void> {
  try {
    await withDatabase((db) => db.put('engines', saved, key))
  } catch (error) {
    console.warn('Keiho could not save its state', error)
  }
}

/** Deletes every engine, and the cross-venue state. */
export const clearEngines = (): Promise<void> => withDatabase((db) => db.clear('engines'))
