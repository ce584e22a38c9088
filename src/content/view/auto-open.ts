import type { Episode } from '../../market/episode.ts'

/** Key of an episode at one tier: each opens and is read out once. */
export function tierKey({ id, tier }: Episode): string {
  return `${id}:${tier}`
}

/**
 * Whether a card opens automatically: for a Warning or Danger of the pair on screen, once per episode and tier.
 * A Notice and a market-wide episode stay a chip until the trader opens them.
 *
 * @param opened `tierKey`s of the cards that have opened automatically
 */
export function opensAutomatically(episode: Episode, opened: readonly string[]): boolean {
  return episode.symbol !== null && episode.tier !== 'notice' && !opened.includes(tierKey(episode))
}
