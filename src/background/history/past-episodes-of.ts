import type { PastEpisode } from '../../shared/messages/queries.ts'
import { withDatabase } from '../storage/database.ts'
import { pastEpisodeOf } from '../storage/episode-row.ts'
import { isEpisodeRow } from '../storage/proof/row-guards.ts'

/** The past episodes with these ids, those that are stored. */
export function pastEpisodesOf(ids: readonly string[]): Promise<readonly PastEpisode[]> {
  return withDatabase(async (db) => {
    const { store } = db.transaction('episodes')
    const rows: unknown[] = await Promise.all(ids.map((id) => store.get(id)))
    return rows.filter(isEpisodeRow).map(pastEpisodeOf)
  })
}
