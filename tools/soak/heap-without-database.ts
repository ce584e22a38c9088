import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { StoreNames } from 'idb'
import { type DatabaseSchema, withDatabase } from '../../src/background/storage/database.ts'
import { bytesInUse } from '../heap/bytes-in-use.ts'

type Row = readonly [store: StoreNames<DatabaseSchema>, key: string | number, value: unknown]

/**
 * Bytes in use without what is in the database, which a browser keeps on its disk: it is put on this one's meanwhile.
 * Nothing else may run until it resolves.
 */
export async function heapWithoutDatabase(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'soak-'))
  const file = join(folder, 'database')
  const sizes = await moveOut(file)
  // The memory of arrays is given back a moment after their garbage collection.
  bytesInUse()
  await new Promise((done) => setImmediate(done))
  const bytes = bytesInUse()
  await moveIn(file, sizes)
  rmSync(folder, { recursive: true })
  return bytes
}

/** Row by row: what comes out of a file are views of its bytes, and a store that is given a view keeps all of them. */
const moveOut = (file: string) =>
  withDatabase(async (db) => {
    const sizes: number[] = []
    writeFileSync(file, '')
    for (const name of db.objectStoreNames) {
      const [keys, values] = [await db.getAllKeys(name), await db.getAll(name)]
      for (const [i, key] of keys.entries()) {
        const row: Row = [name, key, values[i]]
        const bytes = serialize(row)
        appendFileSync(file, bytes)
        sizes.push(bytes.length)
      }
      await db.clear(name)
    }
    return sizes
  })

const moveIn = (file: string, sizes: readonly number[]) =>
  withDatabase(async (db) => {
    const bytes = new Uint8Array(readFileSync(file))
    let from = 0
    for (const size of sizes) {
      const [name, key, value] = deserialize(bytes.slice(from, from + size)) as Row
      const { store, done } = db.transaction(name, 'readwrite')
      await (store.keyPath === null ? store.put(value, key) : store.put(value))
      await done
      from += size
    }
  })
