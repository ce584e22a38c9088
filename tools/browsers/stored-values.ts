import type { Episode } from '../../src/market/episode.ts'
import type { Official } from '../../src/market/official.ts'
import type { VenueState } from '../../src/market/venue-state.ts'
import type { Mute } from '../../src/shared/storage/items.ts'
import type { Driver } from './driver.ts'

/** Lists that the extension stores, by key. Here, as typed values: a script given as text is checked by nobody. */
interface StoredLists {
  readonly episodes: Episode
  readonly mutes: Mute
  readonly officials: Official
  readonly venues: VenueState
}

/** A stored list, as every part of the extension reads it; empty where nothing is stored. */
export async function storedList<K extends keyof StoredLists>(
  driver: Driver,
  key: K,
): Promise<readonly StoredLists[K][]> {
  const { [key]: stored = [] } = await driver.inExtension<Partial<Record<K, string | StoredLists[K][]>>>(
    `chrome.storage.local.get(${JSON.stringify(key)})`,
  )
  return typeof stored === 'string' ? (JSON.parse(stored) as StoredLists[K][]) : stored
}
