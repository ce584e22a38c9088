import { isOpen } from '../../market/episode.ts'
import { isPairOfPage, pairKey } from '../../market/pair.ts'
import { tierRank } from '../../market/tier.ts'
import { isVisible, isWanted } from '../../shared/visible.ts'
import type { BannerInputs } from './banner-inputs.ts'
import type { TailView } from './banner-view.ts'
import { marketNowOf } from './episode-data.ts'
import { withLiveEpisode } from './flagged-episodes.ts'

/** How long after settling, ms of market time. */
const tailMs = 60 * 60_000

/**
 * The newest episode of the pair on screen, of Warning or Danger, that settled in the last hour; null if there is
 * none, the trader hid or muted it, or the page shows another market.
 *
 * @param now wall clock, ms
 */
export function tailViewOf(inputs: BannerInputs, now: number): TailView | null {
  const { pair, isOtherMarket, settings, mutes, hidden } = inputs
  if (!pair || isOtherMarket || settings.ignore.includes(pairKey(pair))) return null
  const [newest] = withLiveEpisode(inputs)
    .filter((episode) => !isOpen(episode) && isPairOfPage(episode, pair))
    .filter(({ tier }) => tierRank(tier) >= tierRank('warning'))
    .filter((episode) => isWanted(episode, settings) && isVisible(episode, mutes, hidden, now))
    .map((episode) => ({ kind: 'tail' as const, episode, marketNow: marketNowOf(inputs, episode) }))
    .filter(({ episode, marketNow }) => marketNow - episode.changedAt < tailMs)
    .sort((a, b) => b.episode.changedAt - a.episode.changedAt)
  return newest ?? null
}
