import type { Episode } from '../../market/episode.ts'
import { changeSinceStart, isOpen } from '../../market/episode.ts'
import { tierRank } from '../../market/tier.ts'
import { episodes } from '../../shared/storage/items.ts'

/** What is shown of the past. */
const keptMs = 86_400_000
/** More than this no one reads; the worst stay. */
const most = 300

/** The one stored value of episodes, kept by the only context that writes it. */
export interface Board {
  /** Every episode shown, worst first. */
  all(): readonly Episode[]
  /** Takes changed episodes and writes. */
  post(changed: readonly Episode[]): Promise<void>
  /** Forgets all of them. */
  clear(): Promise<void>
}

/** Takes up the stored episodes. */
export async function openBoard(): Promise<Board> {
  const byId = new Map((await episodes.get()).map((episode) => [episode.id, episode]))
  let shown: readonly Episode[] = [...byId.values()]
  return {
    all: () => shown,
    post(changed) {
      for (const episode of changed) byId.set(episode.id, episode)
      shown = ranked([...byId.values()])
      for (const id of byId.keys()) if (!shown.some((episode) => episode.id === id)) byId.delete(id)
      return episodes.set(shown)
    },
    clear() {
      byId.clear()
      shown = []
      return episodes.set(shown)
    },
  }
}

/** Open before settled, higher tier first, then the larger move; what settled over a day ago is left out. */
export function ranked(list: readonly Episode[]): readonly Episode[] {
  const now = Math.max(...list.map((episode) => episode.updatedAt))
  return list
    .filter((episode) => isOpen(episode) || now - episode.updatedAt < keptMs)
    .sort(
      (a, b) =>
        Number(isOpen(b)) - Number(isOpen(a)) ||
        tierRank(b.tier) - tierRank(a.tier) ||
        Math.abs(changeSinceStart(b)) - Math.abs(changeSinceStart(a)),
    )
    .slice(0, most)
}
