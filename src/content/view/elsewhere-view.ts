import { exchangeIdOf } from '../../market/venue-id.ts'
import { type Episode, isOpen } from '../../market/episode.ts'
import { pairKey } from '../../market/pair.ts'
import { silenceOf } from '../../shared/silence.ts'
import { isVisible, isWanted } from '../../shared/visible.ts'
import type { BannerInputs } from './banner-inputs.ts'
import type { ElsewhereView } from './banner-view.ts'
import { episodeDataOf } from './episode-data.ts'
import { worstOf } from './flagged-episodes.ts'

/**
 * The most severe visible episode of the coin on screen at another venue, or null. An equal ticker is no proof:
 * the episode itself lists the venues where the coin is known to be the same. Venues without current data are left
 * out.
 *
 * @param now wall clock, ms
 */
export function elsewhereViewOf(inputs: BannerInputs, now: number): ElsewhereView | null {
  const { pair, settings, mutes, hidden } = inputs
  if (!pair || !settings.venues.includes(exchangeIdOf(pair.venue))) return null
  if (settings.ignore.includes(pairKey(pair))) return null
  const episode = worstOf(
    inputs.episodes
      // What is the same coin is known of spot markets; a contract has the name of its exchange's own coin.
      .filter(({ base, kin }) => base === pair.base && kin?.includes(exchangeIdOf(pair.venue)))
      .filter((each) => isOpen(each) && isWanted(each, settings) && isVisible(each, mutes, hidden, now))
      .filter((each) => silenceOf(stateOf(inputs, each), now) === undefined),
  )
  if (!episode) return null
  const state = stateOf(inputs, episode)
  const marketNow = Math.max(state?.marketAt ?? 0, episode.updatedAt)
  const data = episodeDataOf(inputs, episode, state, marketNow, now)
  return { kind: 'elsewhere', isSameVenue: false, ...data }
}

const stateOf = ({ venues }: BannerInputs, episode: Episode) =>
  venues.find(({ venue }) => venue === episode.venue)
