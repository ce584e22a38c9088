import type { SavedCrossVenue } from '../../detect/cross-venue/save-cross-venue.ts'
import type { Engine } from '../../detect/engine-state.ts'
import { engineOfSaved, savedEngineOf } from '../../detect/saved-engine.ts'
import { withDatabase } from './database.ts'
import { proveCrossVenue } from './proof/prove-cross-venue.ts'
import { proveEngine } from './proof/prove-engine.ts'
import type { Proven } from './proof/proven.ts'
import { serialQueue } from './serial-queue.ts'
import { setAside } from './set-aside.ts'
import { storeInDatabase } from './store-in-database.ts'

/**
 * The last saved engine of a venue, as far as it is sound, or null. A broken database counts as an empty one; what
 * is damaged is set aside.
 *
 * @param now wall clock, ms
 */
export async function loadEngine(venue: string, now = Date.now()): Promise<Engine | null> {
  const saved = await withDatabase((db) => db.get('engines', venue)).catch(() => undefined)
  if (saved === undefined) return null
  const { value, faults } = engineOfStored(saved, venue, now)
  if (faults.length > 0) void setAside(`engine of ${venue}`, faults, now)
  return value
}

/** What of a stored value is a sound engine of the venue; that of an unknown version is none. */
export function engineOfStored(saved: unknown, venue: string, now: number): Proven<Engine> {
  try {
    const restored = engineOfSaved(saved)
    return restored ? proveEngine(restored, venue, now) : { value: null, faults: ['another shape'] }
  } catch (error) {
    return { value: null, faults: [String(error)] }
  }
}

/** Key of the cross-venue state in the same store: no venue has this id. */
const crossVenueKey = '*'

/**
 * The last saved cross-venue state, as far as it is sound, or null.
 *
 * @param now wall clock, ms
 */
export async function loadCrossVenue(now = Date.now()): Promise<SavedCrossVenue | null> {
  const saved = await withDatabase((db) => db.get('engines', crossVenueKey)).catch(() => undefined)
  if (saved === undefined) return null
  const { value, faults } = proveCrossVenue(saved, now)
  if (faults.length > 0) void setAside('comparison of venues', faults, now)
  return value
}

/** Saves the cross-venue state; a failure is handled as by `saveEngine`. */
export const saveCrossVenue = (saved: SavedCrossVenue): Promise<void> => put(() => saved, crossVenueKey)

/** Saves an engine. A full or broken database costs the warm start, nothing else. */
export const saveEngine = (engine: Engine): Promise<void> =>
  put(() => savedEngineOf(engine), engine.data.venue)

// One after the other: what is deleted stays deleted.
const enqueue = serialQueue('save its state')

const savedAt = new Map<string, number>()

/** When the engine of a venue was last saved, wall clock, ms; null: not since the worker started. */
export const engineSavedAt = (venue: string): number | null => savedAt.get(venue) ?? null

/** @param toSaved makes the shape that is stored, of megabytes: not asked while nothing can be */
function put(toSaved: () => unknown, key: string): Promise<void> {
  return enqueue(async () => {
    if (await storeInDatabase('engines', (db) => db.put('engines', toSaved(), key)))
      savedAt.set(key, Date.now())
  })
}

/** Deletes every engine, and the cross-venue state. */
export const clearEngines = (): Promise<void> => enqueue(() => withDatabase((db) => db.clear('engines')))
