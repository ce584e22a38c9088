import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Course } from '../../shared/course.ts'
import type { KeptEpisode } from './kept-episode.ts'
import type { Chunk } from './chunk.ts'

/** What lies in IndexedDB. */
export interface Keiho extends DBSchema {
  /** Saved engines by venue. */
  engines: { key: string; value: unknown }
  episodes: {
    key: string
    value: KeptEpisode
    indexes: {
      startedAt: number
      pair: [string, number]
      due: number
      seenAt: number
      verdicts: string
    }
  }
  /** What was noted of the last days, in pieces. */
  record: { key: number; value: Chunk; indexes: { to: [number, number] } }
  /** How each episode went. */
  courses: { key: string; value: Course }
  /** What each venue has said of itself. */
  ledgers: { key: string; value: unknown }
}

const version = 3

/** Opens the database, brought up to the present version. To be closed after use, lest an update waits for it. */
export function openKeiho(): Promise<IDBPDatabase<Keiho>> {
  return openDB<Keiho>('keiho', version, {
    upgrade(db, before) {
      if (before < 1) db.createObjectStore('engines')
      if (before < 2) addPast(db)
      if (before < 3) {
        db.createObjectStore('courses')
        db.createObjectStore('ledgers')
      }
    },
  })
}

/** One piece of work on the database, which is closed whatever comes of it. */
export async function withKeiho<T>(work: (db: IDBPDatabase<Keiho>) => Promise<T>): Promise<T> {
  const db = await openKeiho()
  try {
    return await work(db)
  } finally {
    db.close()
  }
}

function addPast(db: IDBPDatabase<Keiho>): void {
  const episodes = db.createObjectStore('episodes', { keyPath: 'id' })
  episodes.createIndex('startedAt', 'startedAt')
  episodes.createIndex('pair', ['pair', 'startedAt'])
  // Rows without the field are not in the index: it holds open jobs only.
  episodes.createIndex('due', 'due')
  episodes.createIndex('seenAt', 'seenAt')
  episodes.createIndex('verdicts', 'verdicts', { multiEntry: true })
  const record = db.createObjectStore('record', { autoIncrement: true })
  record.createIndex('to', ['to', 'size'])
}
