import { exchangeIdOf } from '../../market/venue-id.ts'
import type { Episode } from '../../market/episode.ts'
import { tiers } from '../../market/tier.ts'
import type { PastEpisode, Queries } from '../../shared/messages/queries.ts'
import { withDatabase } from '../storage/database.ts'
import { type EpisodeRow, pastEpisodeOf } from '../storage/episode-row.ts'
import { inTransaction } from '../storage/in-transaction.ts'
import { isEpisodeRow } from '../storage/proof/row-guards.ts'
import { serialQueue } from '../storage/serial-queue.ts'
import { setAside } from '../storage/set-aside.ts'
import { isResting, storeInDatabase } from '../storage/store-in-database.ts'
import {
  forgetUnsaved,
  keepUnsaved,
  markSaved,
  rowWithStates,
  unsavedEpisodes,
  withUnsaved,
} from './unsaved-episodes.ts'

/** Maximum rows of one answer: a request for all of them would block the worker. */
const maxPageRows = 500

// Rows are read, changed and written: one task at a time.
const enqueue = serialQueue('save an episode')

/**
 * Stores the present state of episodes that began or changed, and of those that could not be stored before: without
 * new ones it is an attempt to make up for them, to be made often. @param now wall clock, ms
 */
export function saveEpisodes(changed: readonly Episode[], now: number): Promise<void> {
  keepUnsaved(changed)
  if (unsavedEpisodes().length === 0 || isResting('episodes')) return Promise.resolve()
  return enqueue(async () => {
    const list = unsavedEpisodes()
    if (list.length === 0) return
    const isStored = await storeInDatabase('episodes', (db) =>
      inTransaction(db, 'episodes', async (store) => {
        for (const states of list) {
          const before: unknown = await store.get(states[0]?.id ?? '')
          const row = rowWithStates(isEpisodeRow(before) ? before : undefined, states, now)
          if (row) await store.put(row)
        }
      }),
    )
    if (isStored) markSaved(list)
  })
}

/** Changes the rows with these ids, where they still exist; nothing where they cannot be written now. */
export function updateRows(ids: readonly string[], change: (row: EpisodeRow) => EpisodeRow): Promise<void> {
  return enqueue(async () => {
    await storeInDatabase('episodes', (db) =>
      inTransaction(db, 'episodes', async (store) => {
        for (const id of ids) {
          const row = await store.get(id)
          if (isEpisodeRow(row)) await store.put(change(row))
        }
      }),
    )
  })
}

/**
 * Rows with a horizon due by `at` (market time, ms), the most overdue first; at most `limit`. One that is damaged
 * would be due for ever, before all others: it is deleted.
 */
export async function dueRows(at: number, limit: number): Promise<readonly EpisodeRow[]> {
  const due = IDBKeyRange.upperBound(at)
  const [rows, keys] = await withDatabase((db) =>
    Promise.all([
      db.getAllFromIndex('episodes', 'due', due, limit),
      db.getAllKeysFromIndex('episodes', 'due', due, limit),
    ]),
  )
  const damaged = keys.filter((_, i) => !isEpisodeRow(rows[i]))
  if (damaged.length > 0) await deleteDamaged(damaged)
  return rows.filter(isEpisodeRow)
}

function deleteDamaged(ids: readonly string[]): Promise<void> {
  void setAside('past episode', ids)
  return enqueue(() =>
    withDatabase(async (db) => {
      const { store, done } = db.transaction('episodes', 'readwrite')
      await Promise.all([...ids.map((id) => store.delete(id)), done])
    }),
  )
}

/**
 * Past episodes, newest first, by a cursor over an index: the first page costs the same with ten rows as with ten
 * thousand. Episodes that began at the same time as the last of a page are on it too: the next page begins before.
 */
export function pastEpisodes(args: Queries['history']['args']): Promise<readonly PastEpisode[]> {
  const { pair, before, tier = null, venue = null } = args
  const limit = Math.min(args.most, maxPageRows)
  const end = before ?? Infinity
  return withDatabase(async (db) => {
    const store = db.transaction('episodes').store
    let cursor =
      pair === null
        ? await store.index('startedAt').openCursor(IDBKeyRange.upperBound(end, true), 'prev')
        : await store
            .index('pair')
            .openCursor(IDBKeyRange.bound([pair, -Infinity], [pair, end], false, true), 'prev')
    const found: EpisodeRow[] = []
    let isLast = true
    for (; cursor; cursor = await cursor.continue()) {
      const { value } = cursor
      if (!isEpisodeRow(value)) continue
      if (found.length >= limit && value.startedAt !== found.at(-1)?.startedAt) {
        isLast = false
        break
      }
      const { episode } = value
      if (
        (tier === null || episode.tier === tier) &&
        (venue === null || exchangeIdOf(episode.venue) === venue)
      )
        found.push(value)
    }
    return withUnsaved(found, args, isLast, Date.now()).map(pastEpisodeOf)
  })
}

/** Outcomes of the pumps on this machine, counted by an index whatever their number. */
export function scorecard(): Promise<Queries['scorecard']['answer']> {
  return withDatabase((db) => {
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

/**
 * Deletes rows that last changed more than `keptMs` ago. Those that a clock far ahead has dated count from now on.
 *
 * @param now wall clock, ms
 */
export function pruneHistory(keptMs: number, now: number): Promise<void> {
  return enqueue(() =>
    withDatabase(async (db) => {
      const { store, done } = db.transaction('episodes', 'readwrite')
      const old = await store.index('seenAt').getAllKeys(IDBKeyRange.upperBound(now - keptMs, true))
      await Promise.all(old.map((id) => store.delete(id)))
      for (const row of await store.index('seenAt').getAll(IDBKeyRange.lowerBound(now, true)))
        await store.put({ ...row, seenAt: now })
      await done
    }),
  )
}

export function clearHistory(): Promise<void> {
  forgetUnsaved()
  return enqueue(() => withDatabase((db) => db.clear('episodes')))
}
