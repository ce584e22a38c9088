import { elapsedMs } from '../../market/elapsed.ts'
import { changeSinceStart, type Episode, isOpen } from '../../market/episode.ts'
import { tierRank } from '../../market/tier.ts'
import { episodes } from '../../shared/storage/items.ts'

/** Settled episodes are stored for so long, ms. */
const maxSettledAgeMs = 86_400_000
/** More than anyone reads; the worst stay. */
const maxEpisodes = 300

/** The stored value `episodes`, kept by the only context that writes it. */
export interface EpisodeStore {
  /** Every stored episode, worst first. */
  all(): readonly Episode[]
  /** Adds or replaces episodes, and stores the result. */
  put(changed: readonly Episode[]): Promise<void>
  /** Deletes all of them. */
  clear(): Promise<void>
}

/** Loads the stored episodes. */
export async function openEpisodeStore(): Promise<EpisodeStore> {
  // A storage that does not answer must not stop the start: what it holds is then neither shown nor continued.
  const known = await episodes.get().catch(() => [])
  const byId = new Map(known.map((episode) => [episode.id, episode]))
  let current: readonly Episode[] = [...byId.values()]
  return {
    all: () => current,
    put(changed) {
      for (const episode of changed) byId.set(episode.id, episode)
      current = rankEpisodes([...byId.values()])
      for (const id of byId.keys()) if (!current.some((episode) => episode.id === id)) byId.delete(id)
      return episodes.set(current)
    },
    clear() {
      byId.clear()
      current = []
      return episodes.set(current)
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
