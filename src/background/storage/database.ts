import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import type { Course } from '../../shared/course.ts'
import { TimeoutError } from '../../shared/with-timeout.ts'
import { browserAnswer } from './browser-answer.ts'
import type { Chunk } from './chunk.ts'
import type { EpisodeRow } from './episode-row.ts'
import type { RecordingPart } from './recording-part.ts'
import { forgetDatabaseFaults, noteDatabaseFailure } from './store-fault.ts'

/** The object stores in IndexedDB. */
export interface DatabaseSchema extends DBSchema {
  /** Saved engines by venue, and the cross-venue state, see engine-store.ts. */
  engines: { key: string; value: unknown }
  episodes: {
    key: string
    value: EpisodeRow
    indexes: {
      startedAt: number
      pair: [string, number]
      due: number
      seenAt: number
      verdicts: string
    }
  }
  /** The events recorded in the last days, in chunks. */
  record: { key: number; value: Chunk; indexes: { to: [number, number] } }
  /** The history of each episode, by its id. */
  courses: { key: string; value: Course }
  /** The state of each venue's official sources, by venue. */
  ledgers: { key: string; value: unknown }
  /** The market data around each episode, in parts. */
  recordings: {
    key: number
    value: RecordingPart
    indexes: { to: [number, number, string]; episode: string }
  }
}

const name = 'keiho'
const version = 4

/** How long one task on the database may take, ms: a crash of the market writes hundreds of rows. */
const taskLimitMs = 20_000

/** The attempt to open the database that the browser has not answered; null: there is none. */
let pending: Promise<unknown> | null = null

/** Opens the database and upgrades it to the present version. Close it after use: open handles block upgrades. */
export function openDatabase(): Promise<IDBPDatabase<DatabaseSchema>> {
  return openDB<DatabaseSchema>(name, version, {
    upgrade(db, before) {
      if (before < 1) db.createObjectStore('engines')
      if (before < 2) createHistoryStores(db)
      if (before < 3) {
        db.createObjectStore('courses')
        db.createObjectStore('ledgers')
      }
      if (before < 4) {
        const recordings = db.createObjectStore('recordings', { autoIncrement: true })
        recordings.createIndex('to', ['to', 'size', 'episode'])
        recordings.createIndex('episode', 'episode')
      }
    },
  })
}

/**
 * Runs one task on the database and closes it, whether the task succeeds or fails. What is written as the market
 * goes on is written by `storeInDatabase`.
 *
 * @param purpose what a failure is told of, until it succeeds or nobody has tried again for a while
 * @throws Error at once while the browser has not answered an earlier attempt to open it: not everyone waits
 */
export async function withDatabase<T>(
  task: (db: IDBPDatabase<DatabaseSchema>) => Promise<T>,
  purpose = 'other',
): Promise<T> {
  if (pending) throw new Error('The database is not open')
  const opening = openDatabase()
  const db = await browserAnswer('database', opening).catch((error: unknown) => {
    if (error instanceof TimeoutError) awaitLate(opening)
    noteDatabaseFailure(purpose, error, Date.now())
    throw error
  })
  try {
    return await browserAnswer('database', task(db), taskLimitMs)
  } catch (error) {
    noteDatabaseFailure(purpose, error, Date.now())
    throw error
  } finally {
    db.close()
  }
}

/** Deletes the whole database, of whatever version. @throws TimeoutError where the browser does not answer */
export async function deleteDatabase(): Promise<void> {
  await browserAnswer('database', deleteDB(name))
  forgetDatabaseFaults()
}

/** A database that opens late is closed again: it is tried anew with the next task. */
function awaitLate(opening: Promise<IDBPDatabase<DatabaseSchema>>): void {
  pending = opening
  const end = () => (pending = null)
  opening.then((db) => db.close()).then(end, end)
}

function createHistoryStores(db: IDBPDatabase<DatabaseSchema>): void {
  const episodes = db.createObjectStore('episodes', { keyPath: 'id' })
  episodes.createIndex('startedAt', 'startedAt')
  episodes.createIndex('pair', ['pair', 'startedAt'])
  // Rows without the field are not indexed: the index holds only rows with a price still to be measured.
  episodes.createIndex('due', 'due')
  episodes.createIndex('seenAt', 'seenAt')
  episodes.createIndex('verdicts', 'verdicts', { multiEntry: true })
  const record = db.createObjectStore('record', { autoIncrement: true })
  record.createIndex('to', ['to', 'size'])
}
