import type { Episode } from '../market/episode.ts'
import { tierRank } from '../market/tier.ts'
import type { HeldBackSummary, PastEpisode } from '../shared/messages/queries.ts'
import { pastEpisodesOf } from './history/past-episodes-of.ts'
import { loadHeldBack } from './output/notifications/held-back.ts'

/**
 * What the last summaries told of, with what came after, each worst first: the higher tier, then the larger move.
 *
 * @param known episodes in memory, for those that are not in the history yet
 */
export async function heldBackSummaries(known: readonly Episode[]): Promise<readonly HeldBackSummary[]> {
  const summaries = await loadHeldBack()
  const ids = new Set(summaries.flatMap(({ alerts }) => alerts.map(({ episode }) => episode)))
  // A database that does not answer leaves what is in memory.
  const kept = await pastEpisodesOf([...ids]).catch((): readonly PastEpisode[] => [])
  const pastOf = (id: string): PastEpisode | null => {
    const past = kept.find(({ episode }) => episode.id === id)
    const episode = known.find((each) => each.id === id)
    if (past) return episode ? { ...past, episode } : past
    return episode ? { episode, outcome: { after15min: null, after1h: null, after24h: null } } : null
  }
  return summaries.map(({ at, alerts }) => ({
    at,
    rows: alerts
      .map((alert) => ({ tier: alert.tier, at: alert.at, past: pastOf(alert.episode) }))
      .sort((a, b) => tierRank(b.tier) - tierRank(a.tier) || moveOf(b.past) - moveOf(a.past) || a.at - b.at),
  }))
}

/** How far (log) an episode went; 0 where that is not known. */
function moveOf(past: PastEpisode | null): number {
  return past ? Math.abs(Math.log(past.episode.peakPrice / past.episode.startPrice)) : 0
}
