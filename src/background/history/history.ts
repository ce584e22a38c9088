import type { Episode } from '../../market/episode.ts'
import { tiers } from '../../market/tier.ts'
import type { PastEpisode, Queries } from '../../shared/messages/queries.ts'
import { withKeiho } from '../storage/database.ts'
import { inTurn } from '../storage/serial.ts'
import { type KeptEpisode, keptWith, pastOf } from '../storage/kept-episode.ts'

/** Most rows of one answer: a page that asks for all would hold the worker up. */
const pageMost = 500

// One after the other: a row is read, changed and written again.
const inOrder = inTurn('keep an episode')

/** Keeps the present state of episodes that began or changed. @param now wall clock, ms */
export function keepEpisodes(changed: readonly Episode[], now: number): Promise<void> {
  return inOrder(() =>
    withKeiho(async (db) => {
      const { store, done } = db.transaction('episodes', 'readwrite')
      for (const episode of changed) await store.put(keptWith(await store.get(episode.id), episode, now))
      await done
    }),
  )
}

/** Changes rows by their ids, where they are still there. */
export function changeKept(
  ids: readonly string[],
  change: (kept: KeptEpisode) => KeptEpisode,
): Promise<void> {
  return inOrder(() =>
    withKeiho(async (db) => {
      const { store, done } = db.transaction('episodes', 'readwrite')
      for (const id of ids) {
        const kept = await store.get(id)
        if (kept) await store.put(change(kept))
      }
      await done
    }),
  )
}

/** Rows of which a horizon is due by `at` (market time, ms), the longest due first. */
export function keptDue(at: number, most: number): Promise<readonly KeptEpisode[]> {
  return withKeiho((db) => db.getAllFromIndex('episodes', 'due', IDBKeyRange.upperBound(at), most))
}

/**
 * Past episodes, newest first, by a cursor over an index: the same for the first page of ten thousand as of ten.
 * Episodes that began at the same moment as the last one of a page are on it too, so that none falls between two.
 */
export function pastEpisodes(ask: Queries['history']['args']): Promise<readonly PastEpisode[]> {
  const { pair, before, tier = null, venue = null } = ask
  const most = Math.min(ask.most, pageMost)
  const end = before ?? Infinity
  return withKeiho(async (db) => {
    const index = db.transaction('episodes').store
    let cursor =
      pair === null
        ? await index.index('startedAt').openCursor(IDBKeyRange.upperBound(end, true), 'prev')
        : await index
            .index('pair')
            .openCursor(IDBKeyRange.bound([pair, -Infinity], [pair, end], false, true), 'prev')
    const found: KeptEpisode[] = []
    for (; cursor; cursor = await cursor.continue()) {
      const { value } = cursor
      if (found.length >= most && value.startedAt !== found.at(-1)?.startedAt) break
      const { episode } = value
      if ((tier === null || episode.tier === tier) && (venue === null || episode.venue === venue))
        found.push(value)
    }
    return found.map(pastOf)
  })
}

/** How pumps went on this machine: counted by an index, whatever their number. */
export function scorecard(): Promise<Queries['scorecard']['answer']> {
  return withKeiho((db) => {
    const count = (verdict: string) => db.countFromIndex('episodes', 'verdicts', verdict)
    return Promise.all(
      tiers.map(async (tier) => ({
        tier,
        episodes: await count(tier),
        known: await count(`${tier} known`),
        below: await count(`${tier} below`),
      })),
    )
  })
}

/** Forgets what last changed so long ago, ms. @param now wall clock, ms */
export function pruneHistory(keptMs: number, now: number): Promise<void> {
  return inOrder(() =>
    withKeiho(async (db) => {
      const { store, done } = db.transaction('episodes', 'readwrite')
      const old = await store.index('seenAt').getAllKeys(IDBKeyRange.upperBound(now - keptMs, true))
      await Promise.all(old.map((id) => store.delete(id)))
      await done
    }),
  )
}

export function clearHistory(): Promise<void> {
  return inOrder(() => withKeiho((db) => db.clear('episodes')))
}
