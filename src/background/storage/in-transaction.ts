import type { IDBPDatabase, IDBPObjectStore } from 'idb'
import type { DatabaseSchema } from './database.ts'
import type { StoreName } from './store-in-database.ts'

/**
 * Reads and writes one object store in one transaction: where a part of it fails, as on a full disk, nothing of it
 * is stored.
 */
export async function inTransaction<S extends StoreName>(
  db: IDBPDatabase<DatabaseSchema>,
  name: S,
  task: (store: IDBPObjectStore<DatabaseSchema, [S], S, 'readwrite'>) => Promise<void>,
): Promise<void> {
  const transaction = db.transaction(name, 'readwrite')
  // Whatever fails first is what is told; the other failure is the same.
  transaction.done.catch(() => undefined)
  try {
    await task(transaction.store)
  } catch (error) {
    abort(transaction)
    throw error
  }
  await transaction.done
}

/** A transaction that failed by itself has ended already. */
function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort()
  } catch {
    // Ended.
  }
}
