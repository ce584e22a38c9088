import { changeSinceStart, type Episode, isOpen } from '../market/episode.ts'
import { tierRank } from '../market/tier.ts'
import { otherMarketOf } from '../market/venue-id.ts'

// One coin has one card per exchange: what its spot and its perpetual market do is one event, told by the market that
// shows it more clearly. The same holds for the two markets as a whole.

/** The open episode of the same coin, or of the whole market, on the other market of an open episode's exchange. */
function otherMarketEpisode(episode: Episode, episodes: readonly Episode[]): Episode | undefined {
  if (!isOpen(episode)) return undefined
  const other = otherMarketOf(episode.venue)
  return episodes
    .filter(({ venue, base }) => venue === other && base === episode.base)
    .filter(isOpen)
    .sort((a, b) => Number(leads(b, a)) - Number(leads(a, b)))[0]
}

/** Whether an episode is told by the card of the same coin on the other market of its exchange. */
function isSpokenFor(episode: Episode, episodes: readonly Episode[]): boolean {
  const other = otherMarketEpisode(episode, episodes)
  return other !== undefined && leads(other, episode)
}

/** Which of two speaks: the higher tier, then the earlier; of two that began together always the same. */
function leads(a: Episode, b: Episode): boolean {
  const byTier = tierRank(a.tier) - tierRank(b.tier)
  if (byTier !== 0) return byTier > 0
  return a.startedAt === b.startedAt ? a.venue < b.venue : a.startedAt < b.startedAt
}

/** The episodes without those that another of them tells. */
export const withoutDoubles = (episodes: readonly Episode[]): readonly Episode[] =>
  episodes.filter((episode) => !isSpokenFor(episode, episodes))

/**
 * An open episode with how far the coin has gone on the other market of its exchange, where that is flagged too; the
 * episode itself otherwise.
 *
 * @param episodes all that are known
 */
export function withOtherMarket(episode: Episode, episodes: readonly Episode[]): Episode {
  const other = episode.base === null ? undefined : otherMarketEpisode(episode, episodes)
  if (!other) return episode
  const evidence = { sign: 'other-market', unit: 'fraction', windowMs: 0 } as const
  const others = episode.evidence.filter(({ sign }) => sign !== evidence.sign)
  return {
    ...episode,
    evidence: [...others, { ...evidence, value: changeSinceStart(other), at: other.updatedAt }],
  }
}
