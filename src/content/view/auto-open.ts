import type { Episode } from '../../market/episode.ts'
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
 * once per official word after it was hidden. A change of phase opens none. A Notice and a market-wide episode stay a
 * chip until the trader opens them.
 *
 * @param opened `openKey`s of the cards that have opened automatically
 */
export function opensAutomatically(view: OpeningView, opened: readonly string[]): boolean {
  const { symbol, tier } = view.episode
  return symbol !== null && tier !== 'notice' && !opened.includes(openKey(view))
}

type OpeningView = Pick<EpisodeView, 'episode' | 'officialNews'>
