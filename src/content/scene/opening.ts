import type { Episode } from '../../market/episode.ts'

/** One episode at one tier: what opens, and is read out, once. */
export function stageKey({ id, tier }: Episode): string {
  return `${id}:${tier}`
}

/**
 * Whether a card opens by itself: for a Warning or Danger of the very pair in view, once per
 * episode and tier. A Notice and a move of the whole market stay a chip until asked.
 */
export function opensItself(episode: Episode, opened: readonly string[]): boolean {
  return episode.symbol !== null && episode.tier !== 'notice' && !opened.includes(stageKey(episode))
}
