import { minRecordedShift } from '../../detect/replay/record-events.ts'
import { type Model, shippedModel } from '../../detect/score/model.ts'
import { withKeiho } from '../storage/database.ts'
import type { Chunk } from '../storage/chunk.ts'

/** The record reaches so far back, and is so large at most: then its oldest pieces go. */
export const recordMs = 7 * 86_400_000
const bytesMost = 32 * 2 ** 20

/** Raised when steps are written in another way. */
const format = 1

/** Scores of another model, or notes of other settings, cannot be retold with this one's thresholds. */
export function markOf(model: Model = shippedModel): string {
  const thresholds = Object.values(model.feeds).map((feed) => feed.thresholds)
  return JSON.stringify([format, minRecordedShift, thresholds])
}

/** Stores a piece, in place of its earlier state where it has a key. Returns the key. */
export function putChunk(chunk: Chunk, key: number | undefined): Promise<number> {
  return withKeiho((db) => db.put('record', chunk, key))
}

/** Every piece that ends after `since` (wall clock, ms) and can be retold, oldest first, one at a time. */
export async function* chunksSince(since: number): AsyncGenerator<Chunk> {
  const keys = await withKeiho((db) =>
    db.getAllKeysFromIndex('record', 'to', IDBKeyRange.lowerBound([since])),
  )
  const mark = markOf()
  for (const key of keys) {
    const chunk = await withKeiho((db) => db.get('record', key))
    if (chunk?.mark === mark) yield chunk
  }
}

/** Forgets what is older than the record reaches back, and the oldest of what is too much. */
export function pruneRecord(now: number): Promise<void> {
  return withKeiho(async (db) => {
    const { store, done } = db.transaction('record', 'readwrite')
    let bytes = 0
    // The keys of the index tell time and size: nothing is loaded to be measured.
    let cursor = await store.index('to').openKeyCursor(null, 'prev')
    for (; cursor; cursor = await cursor.continue()) {
      const [to, size] = cursor.key
      bytes += size
      if (to < now - recordMs || bytes > bytesMost) await store.delete(cursor.primaryKey)
    }
    await done
  })
}

export function clearRecord(): Promise<void> {
  return withKeiho((db) => db.clear('record'))
}
