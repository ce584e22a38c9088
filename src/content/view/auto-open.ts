import type { Episode } from '../../market/episode.ts'
import { tierRank } from '../../market/tier.ts'
import type { EpisodeView } from './banner-view.ts'

/** Key of an episode at one tier: each opens and is read out once. */
export function tierKey({ id, tier }: Episode): string {
  return `${id}:${tier}`
}

/** Key of what opens a card: the tier of its episode, or what the venue said since the trader hid it. */
export function openKey({ episode, officialNews }: OpeningView): string {
  return officialNews === undefined ? tierKey(episode) : `${tierKey(episode)}:${officialNews}`
}

/**
 * Whether a card opens automatically: for a Warning or Danger of the pair on screen, once per episode and tier, and
 * once per official word after it was hidden. A change of phase opens none. A Notice, a market-wide episode and
 * what the trader wants to be quieter stay a chip until the trader opens them.
 *
 * @param opened `openKey`s of the cards that have opened automatically
 */
export function opensAutomatically(view: OpeningView, opened: readonly string[]): boolean {
  const { symbol, tier } = view.episode
  return symbol !== null && tier !== 'notice' && !isQuieted(view) && !opened.includes(openKey(view))
}

/** Whether the episode is below the lowest tier that the trader wants to be told of for its pair. */
export function isQuieted({ episode, least }: Pick<EpisodeView, 'episode' | 'least'>): boolean {
  return least === null || (least !== undefined && tierRank(episode.tier) < tierRank(least))
}

type OpeningView = Pick<EpisodeView, 'episode' | 'officialNews' | 'least'>
