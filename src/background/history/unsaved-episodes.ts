import { exchangeIdOf } from '../../market/venue-id.ts'
import type { Episode } from '../../market/episode.ts'
import type { Queries } from '../../shared/messages/queries.ts'
import { type EpisodeRow, rowWithEpisode } from '../storage/episode-row.ts'

/** Most episodes that are kept while none can be stored; the last to change stay. */
const maxUnsaved = 500

/** States of one episode that are not stored yet, oldest first: the last of each tier it had. */
type UnsavedStates = readonly Episode[]

const unsaved = new Map<string, UnsavedStates>()

export const unsavedEpisodes = (): readonly UnsavedStates[] => [...unsaved.values()]

/** Keeps the present state of episodes until it is stored. */
export function keepUnsaved(changed: readonly Episode[]): void {
  for (const episode of changed) {
    const states = unsaved.get(episode.id) ?? []
    const before = states.at(-1)?.tier === episode.tier ? states.slice(0, -1) : states
    unsaved.delete(episode.id)
    unsaved.set(episode.id, [...before, episode])
  }
  for (const id of unsaved.keys()) if (unsaved.size > maxUnsaved) unsaved.delete(id)
}

/** These are stored; what changed meanwhile stays. */
export function markSaved(list: readonly UnsavedStates[]): void {
  for (const states of list) {
    const [{ id } = { id: '' }] = states
    if (unsaved.get(id) === states) unsaved.delete(id)
  }
}

export const forgetUnsaved = (): void => unsaved.clear()

/** The row of an episode with its states that were not stored. `now`: wall clock, ms. */
export const rowWithStates = (
  row: EpisodeRow | undefined,
  states: UnsavedStates,
  now: number,
): EpisodeRow | undefined =>
  states.reduce<EpisodeRow | undefined>((before, episode) => rowWithEpisode(before, episode, now), row)

/**
 * A page of past episodes, newest first, with what could not be stored in its place.
 *
 * @param stored the rows of the page
 * @param isLast whether no older page follows
 * @param now wall clock, ms
 */
export function withUnsaved(
  stored: readonly EpisodeRow[],
  { pair, before, tier = null, venue = null }: Queries['history']['args'],
  isLast: boolean,
  now: number,
): readonly EpisodeRow[] {
  if (unsaved.size === 0) return stored
  const oldest = isLast ? -Infinity : (stored.at(-1)?.startedAt ?? -Infinity)
  const rows = new Map(stored.map((row) => [row.id, row]))
  for (const [id, states] of unsaved) {
    const row = rowWithStates(rows.get(id), states, now)
    if (!row) continue
    const isOfPage = row.startedAt < (before ?? Infinity) && row.startedAt >= oldest
    const isAsked =
      (pair === null || row.pair === pair) &&
      (tier === null || row.episode.tier === tier) &&
      (venue === null || exchangeIdOf(row.episode.venue) === venue)
    if (isOfPage && isAsked) rows.set(id, row)
    else rows.delete(id)
  }
  return [...rows.values()].sort((a, b) => b.startedAt - a.startedAt)
}
