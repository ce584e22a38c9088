import { elapsedMs } from '../../market/elapsed.ts'
import { withDatabase } from '../storage/database.ts'
import { isRecordingPart } from '../storage/proof/row-guards.ts'
import type { RecordingPart } from '../storage/recording-part.ts'
import { setAside } from '../storage/set-aside.ts'
import { storeInDatabase } from '../storage/store-in-database.ts'
import { keptMs, maxStoredChars } from './limits.ts'

/** Stores parts; returns whether they are stored. */
export function putParts(parts: readonly RecordingPart[]): Promise<boolean> {
  return storeInDatabase('recordings', async (db) => {
    const { store, done } = db.transaction('recordings', 'readwrite')
    await Promise.all([...parts.map((part) => store.add(part)), done])
  })
}

/** The parts of an episode's recording, oldest first; null where there are none, or one is damaged. */
export async function partsOf(episode: string): Promise<readonly RecordingPart[] | null> {
  const parts: readonly unknown[] = await withDatabase((db) =>
    db.getAllFromIndex('recordings', 'episode', episode),
  )
  if (parts.every(isRecordingPart)) return parts.length > 0 ? parts : null
  void setAside('recording of an episode', [episode])
  return null
}

/**
 * Deletes recordings that last grew too long ago, and the oldest beyond what may be stored. Each goes as a whole.
 * Returns the episodes that have none any more.
 */
export function pruneRecordings(now: number): Promise<ReadonlySet<string>> {
  return withDatabase(async (db) => {
    const deleted = new Set<string>()
    const { store, done } = db.transaction('recordings', 'readwrite')
    const sizes = new Map<string, number>()
    const newest = new Map<string, number>()
    // The index keys hold what is asked: no lines are loaded.
    for (
      let cursor = await store.index('to').openKeyCursor(null, 'prev');
      cursor;
      cursor = await cursor.continue()
    ) {
      const [to, size, episode] = cursor.key
      sizes.set(episode, (sizes.get(episode) ?? 0) + size)
      if (!newest.has(episode)) newest.set(episode, to)
    }
    let chars = 0
    for (const [episode, to] of newest) {
      chars += sizes.get(episode) ?? 0
      if (elapsedMs(to, now) <= keptMs && chars <= maxStoredChars) continue
      for (const key of await store.index('episode').getAllKeys(episode)) await store.delete(key)
      deleted.add(episode)
    }
    await done
    return deleted
  })
}

export const clearRecordings = (): Promise<void> => withDatabase((db) => db.clear('recordings'))
