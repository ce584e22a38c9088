import type { SavedCrossVenue } from '../../detect/cross-venue/save-cross-venue.ts'
import type { Engine } from '../../detect/engine-state.ts'
import { engineOfSaved, savedEngineOf } from '../../detect/saved-engine.ts'
import { withDatabase } from './database.ts'
import { serialQueue } from './serial-queue.ts'

/** The last saved engine of a venue, or null. A broken database counts as an empty one. */
export async function loadEngine(venue: string): Promise<Engine | null> {
  try {
    return engineOfSaved(await withDatabase((db) => db.get('engines', venue)))
  } catch {
    return null
  }
}

/** Key of the cross-venue state in the same store: no venue has this id. */
const crossVenueKey = '*'

/** The last saved cross-venue state, or null. */
export async function loadCrossVenue(): Promise<SavedCrossVenue | null> {
  try {
    const saved = await withDatabase((db) => db.get('engines', crossVenueKey))
    return (saved as SavedCrossVenue | undefined) ?? null
  } catch {
    return null
  }
}

/** Saves the cross-venue state; a failure is handled as by `saveEngine`. */
export const saveCrossVenue = (saved: SavedCrossVenue): Promise<void> => put(saved, crossVenueKey)

/** Saves an engine. A full or broken database costs the warm start, nothing else. */
export const saveEngine = (engine: Engine): Promise<void> => put(savedEngineOf(engine), engine.data.venue)

// One after the other: what is deleted stays deleted.
const enqueue = serialQueue('save its state')

const savedAt = new Map<string, number>()

/** When the engine of a venue was last saved, wall clock, ms; null: not since the worker started. */
export const engineSavedAt = (venue: string): number | null => savedAt.get(venue) ?? null

function put(saved: unknown, key: string): Promise<void> {
  return enqueue(async () => {
    await withDatabase((db) => db.put('engines', saved, key))
    savedAt.set(key, Date.now())
  })
}

/** Deletes every engine, and the cross-venue state. */
export const clearEngines = (): Promise<void> => enqueue(() => withDatabase((db) => db.clear('engines')))
