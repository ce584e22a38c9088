import { minRecordedShift } from '../../detect/replay/record-events.ts'
import { type Model, shippedModel } from '../../detect/score/model.ts'
import { elapsedMs } from '../../market/elapsed.ts'
import type { Chunk } from '../storage/chunk.ts'
import { withDatabase } from '../storage/database.ts'
import { isChunk } from '../storage/proof/row-guards.ts'
import { setAside } from '../storage/set-aside.ts'
import { storeInDatabase } from '../storage/store-in-database.ts'

/** The recording reaches so far back, and is at most so large: then its oldest chunks are deleted. */
export const recordMs = 7 * 86_400_000
const maxBytes = 32 * 2 ** 20

/** Increased when the encoding of events changes. */
const formatVersion = 1

/** Marks chunks that can be replayed now: not those of another encoding, threshold, or most sensitive setting. */
export function compatibilityMark(model: Model = shippedModel): string {
  const thresholds = Object.values(model.feeds).map((feed) => feed.thresholds)
  return JSON.stringify([formatVersion, minRecordedShift, thresholds])
}

/**
 * Stores a chunk; with a key it replaces its earlier state.
 *
 * @returns the key; undefined: nothing can be stored now
 */
export async function putChunk(chunk: Chunk, key: number | undefined): Promise<number | undefined> {
  let stored: number | undefined
  await storeInDatabase('record', async (db) => (stored = await db.put('record', chunk, key)))
  return stored
}

/**
 * The compatible chunks that end after `since` (wall clock, ms), oldest first, loaded one at a time; those that are
 * damaged are left out.
 */
export async function* chunksSince(since: number): AsyncGenerator<Chunk> {
  const keys = await withDatabase((db) =>
    db.getAllKeysFromIndex('record', 'to', IDBKeyRange.lowerBound([since])),
  )
  const mark = compatibilityMark()
  for (const key of keys) {
    const chunk: unknown = await withDatabase((db) => db.get('record', key))
    if (!isChunk(chunk)) void setAside('recording', [`chunk ${key}`])
    else if (chunk.mark === mark) yield chunk
  }
}

/** Deletes chunks older than `recordMs`, or as far ahead of a clock that was set back, and the oldest of those beyond `maxBytes`. */
export function pruneRecord(now: number): Promise<void> {
  return withDatabase(async (db) => {
    const { store, done } = db.transaction('record', 'readwrite')
    let bytes = 0
    // The index keys hold time and size: no chunk is loaded to be measured.
    let cursor = await store.index('to').openKeyCursor(null, 'prev')
    for (; cursor; cursor = await cursor.continue()) {
      const [to, size] = cursor.key
      bytes += size
      if (elapsedMs(to, now) > recordMs || bytes > maxBytes) await store.delete(cursor.primaryKey)
    }
    await done
  })
}

export function clearRecord(): Promise<void> {
  return withDatabase((db) => db.clear('record'))
}
