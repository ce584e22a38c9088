import { expect } from 'vitest'
import type { Driver } from '../../tools/browsers/driver.ts'
import { registered, type StorageArea } from '../../src/shared/storage/register.ts'

/** Reads the keys of every area of the browser's own storage, and the databases with their object stores. */
const allKeys = `(async () => {
  const keys = async (area) => (area ? Object.keys(await area.get(null)) : [])
  const { local, sync, session } = chrome.storage
  const databases = await indexedDB.databases()
  const stores = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('keiho')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      resolve([...opening.result.objectStoreNames])
      opening.result.close()
    }
  })
  return {
    databases: databases.map(({ name }) => name),
    keys: { local: await keys(local), sync: await keys(sync), session: await keys(session), database: stores },
  }
})()`

interface Stored {
  readonly databases: readonly string[]
  readonly keys: Readonly<Record<StorageArea, readonly string[]>>
}

/** Expects that the register names all that the browser has stored. Returns the keys of storage.local. */
export async function expectRegistered(driver: Pick<Driver, 'inExtension'>): Promise<readonly string[]> {
  const { databases, keys } = await driver.inExtension<Stored>(allKeys)
  const unnamed = Object.entries(keys).flatMap(([area, names]) =>
    names.filter((name) => !registered(area as StorageArea, name)).map((name) => `${area}: ${name}`),
  )
  expect({ unnamed, databases }).toEqual({ unnamed: [], databases: ['keiho'] })
  return keys.local
}
