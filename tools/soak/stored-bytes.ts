import { serialize } from 'node:v8'
import { withDatabase } from '../../src/background/storage/database.ts'
import { bytesOf, type SimulatedArea } from '../simulated-browser/area.ts'

/** What is stored, bytes. */
export interface StoredBytes {
  readonly local: number
  readonly database: number
}

/** Sums up what the browser would count against its quotas. */
export async function storedBytes(local: SimulatedArea): Promise<StoredBytes> {
  const database = await withDatabase(async (db) => {
    let sum = 0
    for (const store of db.objectStoreNames)
      for (const value of await db.getAll(store)) sum += serialize(value).byteLength
    return sum
  })
  return { local: bytesOf(local.texts), database }
}
