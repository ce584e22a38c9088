import { elapsedMs } from '../../market/elapsed.ts'
import { changeSinceStart, type Episode, isOpen } from '../../market/episode.ts'
import { tierRank } from '../../market/tier.ts'
import { episodes } from '../../shared/storage/items.ts'
import { createStoredWriter } from '../storage/stored-writer.ts'

/** Settled episodes are stored for so long, ms. */
const maxSettledAgeMs = 86_400_000
/** More than anyone reads; the worst stay. */
const maxEpisodes = 300

/** The stored value `episodes`, kept by the only context that writes it. */
export interface EpisodeStore {
  /** Every stored episode, worst first. */
  all(): readonly Episode[]
  /** Adds or replaces episodes, in memory. */
  take(changed: readonly Episode[]): void
  /** Stores what is in memory, as soon as that is possible; resolves when it was tried. Never rejects. */
  save(): Promise<void>
  /** All of them, while they are not stored; undefined: they are. */
  readonly unstored: readonly Episode[] | undefined
  /** Deletes all of them. */
  clear(): Promise<void>
}

/** Loads the stored episodes. */
export async function openEpisodeStore(): Promise<EpisodeStore> {
  const byId = new Map<string, Episode>()
  let current: readonly Episode[] = []
  let isRead = false
  const writer = createStoredWriter<readonly Episode[]>({
    key: episodes.key,
    async set() {
      // What could not be read is read before it is written over.
      if (!isRead) await read()
      await episodes.set(current)
    },
  })

  function take(changed: readonly Episode[]): void {
    for (const episode of changed) byId.set(episode.id, episode)
    current = rankEpisodes([...byId.values()])
    const kept = new Set(current.map(({ id }) => id))
    for (const id of byId.keys()) if (!kept.has(id)) byId.delete(id)
  }
  async function read(): Promise<void> {
    const stored = await episodes.get()
    isRead = true
    take(stored.filter(({ id }) => !byId.has(id)))
  }
  // A storage that does not answer must not stop the start: what it holds is shown once it does.
  await read().catch(() => undefined)
  return {
    all: () => current,
    take,
    save: () => writer.write(current).then(() => undefined),
    get unstored() {
      return writer.unstored && current
    },
    async clear() {
      byId.clear()
      current = []
      isRead = true
      await writer.write(current)
    },
  }
}

/**
 * Open before settled, then the higher tier, then the larger move; without those that settled over a day ago by
 * market time, which a replay has of its own.
 *
 * @param now wall clock, ms: an episode a day ahead of it had a wrong clock, by which no other is old
 */
export function rankEpisodes(list: readonly Episode[], now = Date.now()): readonly Episode[] {
  const times = list.map((episode) => episode.updatedAt).filter((at) => at < now + maxSettledAgeMs)
  const newest = Math.max(...times)
  return list
    .filter((episode) => isOpen(episode) || elapsedMs(episode.updatedAt, newest) < maxSettledAgeMs)
    .sort(
      (a, b) =>
        Number(isOpen(b)) - Number(isOpen(a)) ||
        tierRank(b.tier) - tierRank(a.tier) ||
        Math.abs(changeSinceStart(b)) - Math.abs(changeSinceStart(a)),
    )
    .slice(0, maxEpisodes)
}
