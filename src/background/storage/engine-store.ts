import type { SavedCrossVenue } from '../../detect/cross-venue/save-cross-venue.ts'
import type { Engine } from '../../detect/engine-state.ts'
import { engineOfSaved, savedEngineOf } from '../../detect/saved-engine.ts'
import { withKeiho } from './database.ts'

/** The engine of a venue as it was saved last, or null. A broken store is the same as an empty one. */
export async function loadEngine(venue: string): Promise<Engine | null> {
  try {
    return engineOfSaved(await withKeiho((db) => db.get('engines', venue)))
  } catch {
    return null
  }
}

/** Where the comparison across venues lies beside the engines: no venue's id. */
const besideKey = '*'

/** The comparison across venues as it was saved last, or null. */
export async function loadAcross(): Promise<SavedCrossVenue | null> {
  try {
    const saved = await withKeiho((db) => db.get('engines', besideKey))
    return (saved as SavedCrossVenue | undefined) ?? null
  } catch {
    return null
  }
}

/** Saves the comparison across venues, as `saveEngine`. */
export const keepAcross = (saved: SavedCrossVenue): Promise<void> => put(saved, besideKey)

/** Saves an engine. A full or broken store loses the warm start, nothing else. */
export const saveEngine = (engine: Engine): Promise<void> => put(savedEngineOf(engine), engine.data.venue)

async function put(saved: unknown, key: string): Promise<void> {
  try {
    await withKeiho((db) => db.put('engines', saved, key))
  } catch (error) {
    console.warn('Keiho could not save its state', error)
  }
}

/** Forgets every engine, and the comparison across venues. */
export const clearEngines = (): Promise<void> => withKeiho((db) => db.clear('engines'))
