import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { withDatabase } from '../../src/background/storage/database.ts'
import { bytesInUse } from '../heap/bytes-in-use.ts'

/** Key and value of everything in one object store. */
type Rows = readonly (readonly [key: IDBValidKey, value: unknown])[]

/**
 * Bytes in use without what is in the database, which a browser keeps on its disk: it is put on this one's meanwhile.
 * Nothing else may run until it resolves.
 */
export async function heapWithoutDatabase(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'soak-'))
  try {
    await moveOut(join(folder, 'database'))
    return bytesInUse()
  } finally {
    await moveIn(join(folder, 'database'))
    rmSync(folder, { recursive: true })
  }
}

const moveOut = (file: string) =>
  withDatabase(async (db) => {
    const stores: [string, Rows][] = []
    for (const name of db.objectStoreNames) {
      const [keys, values] = [await db.getAllKeys(name), await db.getAll(name)]
      stores.push([name, keys.map((key, i) => [key, values[i]] as const)])
      await db.clear(name)
    }
    writeFileSync(file, serialize(stores))
  })

const moveIn = (file: string) =>
  withDatabase(async (db) => {
    for (const [name, rows] of deserialize(readFileSync(file)) as [
      (typeof db.objectStoreNames)[number],
      Rows,
    ][]) {
      const { store, done } = db.transaction(name, 'readwrite')
      for (const [key, value] of rows)
        await (store.keyPath === null ? store.put(value, key as never) : store.put(value))
      await done
    }
  })
