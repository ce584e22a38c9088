import type { Episode } from '../../../src/market/episode.ts'
import { isEpisode } from '../../../src/shared/storage/is-episode.ts'
import { nonFiniteIn } from './non-finite.ts'

/** What is wrong with an episode that the engine reports; null: nothing. It must be read back from storage. */
export function episodeFault(episode: Episode): string | null {
  const odd = nonFiniteIn(episode)
  if (odd !== null) return `an episode with ${odd}`
  const text = JSON.stringify(episode)
  const stored: unknown = JSON.parse(text)
  if (!isEpisode(stored)) return `an episode that is not read back: ${text.slice(0, 300)}`
  return JSON.stringify(stored) === text ? null : 'an episode that storage changes'
}
