import type { IDBPDatabase } from 'idb'
import type { Engine } from '../../detect/engine-state.ts'
import { changesOf, type SavedChanges, type SavedMark, savedMarkOf } from '../../detect/saved-changes.ts'
import { type SavedEngine, savedEngineOf } from '../../detect/saved-engine.ts'
import type { DatabaseSchema } from './database.ts'
import { inTransaction } from './in-transaction.ts'

// An engine is stored as a snapshot under its venue, and what changed since, one entry a save, under keys after it.
// Reference: write-ahead log with checkpoints.

/** Market time (ms), and number of entries, after which a snapshot is due: it is forty times an entry. */
const snapshotMs = 1_800_000
const maxEntries = 60

/** What is stored of an engine. */
interface Journal {
  readonly mark: SavedMark
  readonly snapshotAt: number
  /** Entries since the snapshot. */
  readonly entries: number
}

/** What is stored next, and of what the store then consists. */
interface NextRecord {
  readonly journal: Journal
  readonly value: SavedEngine | SavedChanges
}

let journals = new WeakMap<Engine, Journal>()

/** Each engine is stored whole next: what was stored of it is gone. */
export const forgetJournals = (): void => void (journals = new WeakMap())

const entryKey = (venue: string, entry: number) => `${venue}/${String(entry).padStart(4, '0')}`
const entriesOf = (venue: string) => IDBKeyRange.bound(`${venue}/`, `${venue}/~`)

/**
 * What is to be stored of an engine: what changed since, or a snapshot where one is due. Shares its data: to be cloned,
 * or handed to a store, at once.
 *
 * @param journal what is stored of it; undefined: nothing
 */
export function nextRecord(engine: Engine, journal?: Journal): NextRecord {
  const { at } = engine.data
  const isDue = !journal || at - journal.snapshotAt >= snapshotMs || journal.entries >= maxEntries
  const changes = isDue ? null : changesOf(engine, journal.mark)
  const mark = savedMarkOf(engine)
  return journal && changes
    ? { journal: { ...journal, mark, entries: journal.entries + 1 }, value: changes }
    : { journal: { mark, snapshotAt: at, entries: 0 }, value: savedEngineOf(engine) }
}

/** Stores what changed of an engine, or a snapshot of it. */
export async function writeEngine(db: IDBPDatabase<DatabaseSchema>, engine: Engine): Promise<void> {
  const { venue } = engine.data
  const known = journals.get(engine)
  // Until it is stored: after a failure nobody knows what is.
  journals.delete(engine)
  await inTransaction(db, 'engines', async (store) => {
    // All data may have been deleted meanwhile.
    const isStored = known !== undefined && (await store.count(venue)) > 0
    const { journal, value } = nextRecord(engine, isStored ? known : undefined)
    journals.set(engine, journal)
    if (journal.entries > 0) await store.put(value, entryKey(venue, journal.entries))
    else await Promise.all([store.put(value, venue), store.delete(entriesOf(venue))])
  }).catch((error: unknown) => {
    journals.delete(engine)
    throw error
  })
}

/** What is stored of an engine; undefined: nothing. */
export async function readEngine(
  db: IDBPDatabase<DatabaseSchema>,
  venue: string,
): Promise<{ readonly snapshot: unknown; readonly entries: readonly unknown[] } | undefined> {
  const store = db.transaction('engines').store
  const [snapshot, entries] = await Promise.all([store.get(venue), store.getAll(entriesOf(venue))])
  return snapshot === undefined ? undefined : { snapshot, entries }
}
