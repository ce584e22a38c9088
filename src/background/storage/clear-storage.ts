import browser from 'webextension-polyfill'
import { registered, type StorageArea } from '../../shared/storage/register.ts'
import { withDatabase } from './database.ts'

/**
 * Deletes all that is stored but what the register says stays. Whoever writes has to have stopped: what is still
 * under way would be written back.
 */
export async function clearStorage(): Promise<void> {
  await Promise.all([
    clearArea('local', browser.storage.local),
    clearArea('session', browser.storage.session as browser.Storage.StorageArea | undefined),
    withDatabase(async (db) => {
      const stores = [...db.objectStoreNames].filter((store) => isDeleted('database', store))
      const transaction = db.transaction(stores, 'readwrite')
      await Promise.all([...stores.map((store) => transaction.objectStore(store).clear()), transaction.done])
    }),
  ])
}

const isDeleted = (area: StorageArea, key: string) => registered(area, key)?.staysOnDeletion !== true

/** Not every browser has every area. */
async function clearArea(name: StorageArea, area: browser.Storage.StorageArea | undefined): Promise<void> {
  if (!area) return
  const keys = Object.keys(await area.get()).filter((key) => isDeleted(name, key))
  await Promise.all(keys.map((key) => area.remove(key)))
}
