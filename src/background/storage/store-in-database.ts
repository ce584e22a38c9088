import type { IDBPDatabase } from 'idb'
import { elapsedMs } from '../../market/elapsed.ts'
import { type DatabaseSchema, withDatabase } from './database.ts'
import { retryWaitMs } from './retry-wait.ts'
import { noteDatabaseSuccess } from './store-fault.ts'

/** An object store of the database. */
export type StoreName = 'engines' | 'episodes' | 'record' | 'courses' | 'ledgers' | 'recordings'

/** Failed attempts in a row to write to each object store, and when the last was, wall clock, ms. */
const failed = new Map<StoreName, { readonly times: number; readonly at: number }>()

/**
 * Writes to an object store, unless it rests: after a failure (a full disk, a database of a newer version) it is
 * tried again only after a growing wait. Who writes keeps what is not stored, and calls again.
 *
 * @returns whether it was written; false: the store rests. Rejects where it was tried and failed
 */
export async function storeInDatabase(
  store: StoreName,
  task: (db: IDBPDatabase<DatabaseSchema>) => Promise<unknown>,
): Promise<boolean> {
  if (isResting(store)) return false
  try {
    await withDatabase(task, store)
  } catch (error) {
    failed.set(store, { times: (failed.get(store)?.times ?? 0) + 1, at: Date.now() })
    throw error
  }
  failed.delete(store)
  noteDatabaseSuccess(store)
  return true
}

/** Whether an object store could not be written to, and is not to be tried again yet. */
export function isResting(store: StoreName): boolean {
  const last = failed.get(store)
  return last !== undefined && elapsedMs(last.at, Date.now()) < retryWaitMs(last.times)
}

/** The next write of each object store is tried, however often it has failed. */
export const tryDatabaseAgain = (): void => failed.clear()
