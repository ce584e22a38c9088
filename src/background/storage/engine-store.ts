import type { SavedCrossVenue } from '../../detect/cross-venue/save-cross-venue.ts'
import type { Engine } from '../../detect/engine-state.ts'
import { type SavedChanges, withChanges } from '../../detect/saved-changes.ts'
import { engineOfSaved } from '../../detect/saved-engine.ts'
import { withDatabase } from './database.ts'
import { forgetJournals, readEngine, writeEngine } from './engine-journal.ts'
import { changesFault } from './proof/prove-changes.ts'
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
  const read = () => withDatabase((db) => readEngine(db, venue)).catch(() => undefined)
  const saved = await read()
  if (saved === undefined) return null
  const { snapshot, entries } = saved
  let { value, faults } = engineOfStored(snapshot, venue, now, entries)
  if (value === null && entries.length > 0) {
    // What changed is damaged: the snapshot without it, read again since the changes are in it.
    const older = engineOfStored((await read())?.snapshot, venue, now)
    value = older.value
    faults = [...faults, ...older.faults]
  }
  if (faults.length > 0) void setAside(`engine of ${venue}`, faults, now)
  return value
}

/**
 * What of a stored value is a sound engine of the venue; that of an unknown version is none.
 *
 * @param entries what changed since, oldest first; from a damaged one on they are left out
 */
export function engineOfStored(
  saved: unknown,
  venue: string,
  now: number,
  entries: readonly unknown[] = [],
): Proven<Engine> {
  try {
    const restored = engineOfSaved(saved)
    if (!restored) return { value: null, faults: ['another shape'] }
    const { engine, fault } = withEntries(restored, entries)
    const { value, faults } = proveEngine(engine, venue, now)
    return { value, faults: fault === null ? faults : [fault, ...faults] }
  } catch (error) {
    return { value: null, faults: [String(error)] }
  }
}

/** The engine with what changed since, as far as it is built as it should be. */
function withEntries(
  restored: Engine,
  entries: readonly unknown[],
): { engine: Engine; fault: string | null } {
  let engine = restored
  for (const entry of entries) {
    const fault = changesFault(entry, engine.data.tables.rows)
    if (fault !== null) return { engine, fault: `changes.${fault}` }
    engine = withChanges(engine, entry as SavedChanges)
  }
  return { engine, fault: null }
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
export const saveCrossVenue = (saved: SavedCrossVenue): Promise<void> =>
  put(crossVenueKey, (db) => db.put('engines', saved, crossVenueKey))

/** Saves what changed of an engine. A full or broken database costs the warm start, nothing else. */
export const saveEngine = (engine: Engine): Promise<void> =>
  put(engine.data.venue, (db) => writeEngine(db, engine))

// One after the other: what is deleted stays deleted.
const enqueue = serialQueue('save its state')

const savedAt = new Map<string, number>()

/** When the engine of a venue was last saved, wall clock, ms; null: not since the worker started. */
export const engineSavedAt = (venue: string): number | null => savedAt.get(venue) ?? null

/** @param write makes what is stored, of up to megabytes: not asked while nothing can be */
function put(key: string, write: Parameters<typeof storeInDatabase>[1]): Promise<void> {
  return enqueue(async () => {
    if (await storeInDatabase('engines', write)) savedAt.set(key, Date.now())
  })
}

/** Deletes every engine, and the cross-venue state. */
export const clearEngines = (): Promise<void> =>
  enqueue(async () => {
    forgetJournals()
    await withDatabase((db) => db.clear('engines'))
  })
