import type { Storage } from 'webextension-polyfill'
import { registered, type StorageArea } from '../../shared/storage/register.ts'
import { browser } from '../../shared/web-extension.ts'
import { deleteDatabase, withDatabase } from './database.ts'
import { tryDatabaseAgain } from './store-in-database.ts'

/**
 * Deletes all that is stored but what the register says stays. Whoever writes has to have stopped: what is still
 * under way would be written back.
 *
 * @throws Error where a part could not be deleted; the others are, all the same
 */
export async function clearStorage(): Promise<void> {
  const results = await Promise.allSettled([
    clearArea('local', browser.storage.local),
    clearArea('session', browser.storage.session as Storage.StorageArea | undefined),
    // One that cannot be written to, on a full disk or of a newer version, can still be deleted: it keeps nothing.
    clearDatabase().catch(deleteDatabase),
  ])
  tryDatabaseAgain()
  for (const result of results) if (result.status === 'rejected') throw result.reason
}

function clearDatabase(): Promise<void> {
  return withDatabase(async (db) => {
    const stores = [...db.objectStoreNames].filter((store) => isDeleted('database', store))
    const transaction = db.transaction(stores, 'readwrite')
    await Promise.all([...stores.map((store) => transaction.objectStore(store).clear()), transaction.done])
  })
}

const isDeleted = (area: StorageArea, key: string) => registered(area, key)?.staysOnDeletion !== true

/** Not every browser has every area. */
async function clearArea(name: StorageArea, area: Storage.StorageArea | undefined): Promise<void> {
  if (!area) return
  const keys = Object.keys(await area.get()).filter((key) => isDeleted(name, key))
  const results = await Promise.allSettled(keys.map((key) => area.remove(key)))
  for (const result of results) if (result.status === 'rejected') throw result.reason
}
