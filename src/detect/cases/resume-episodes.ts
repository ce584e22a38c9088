import type { Episode } from '../../market/episode.ts'
import { tierRank } from '../../market/tier.ts'
import { type RunningEpisode, runningEpisodeOf } from '../episode/running-episode.ts'
import { ensurePair } from '../pair/ensure-pair.ts'
import type { MarketData } from '../pair/market-data.ts'
import type { PairState } from '../pair/pair-state.ts'
import type { Cases } from './cases.ts'

/**
 * Resumes episodes that were open when the worker died. Where the engine's saved state is older than the stored
 * episode, the stored one stands: the same episode goes on, never a second one.
 */
export function resumeEpisodes(
  { data, cases }: { readonly data: MarketData; readonly cases: Pick<Cases, 'market'> },
  open: readonly Episode[],
): void {
  for (const episode of open) {
    // Belongs to the comparison of venues, not to the engine of one.
    if (episode.kind === 'venue-gap') continue
    if (episode.symbol === null) {
      resumeIn(cases.market, episode)
      continue
    }
    const pair = ensurePair(data, episode.symbol)
    pair.base ??= episode.base
    pair.quote ??= episode.quote
    if (resumeIn(pair, episode)) catchUp(pair, episode)
  }
}

/**
 * A pair whose saved state is older than its stored episode goes on from the price of that: by its own the episode
 * would seem to have fallen back, until the first tick comes. A pair that knows nothing begins with its first tick.
 */
function catchUp(pair: PairState, { updatedAt, lastPrice }: Episode): void {
  if (pair.at === 0 || pair.at >= updatedAt) return
  pair.at = updatedAt
  pair.last = lastPrice
}

/** What holds episodes: a pair, or the market. */
interface EpisodeHolder {
  episode: RunningEpisode | null
  past: RunningEpisode | null
}

/** Returns whether the stored episode was taken up. */
function resumeIn(holder: EpisodeHolder, stored: Episode): boolean {
  const known = holder.episode ?? (holder.past?.id === stored.id ? holder.past : null)
  if (known && !isNewer(stored, known)) return false
  if (holder.past?.id === stored.id) holder.past = null
  holder.episode = runningEpisodeOf(stored)
  return true
}

/** Whether the stored episode knows what the engine does not. Between equals the running one knows more. */
function isNewer(stored: Episode, known: RunningEpisode): boolean {
  if (stored.updatedAt !== known.updatedAt) return stored.updatedAt > known.updatedAt
  return stored.changedAt > known.changedAt || tierRank(stored.tier) > tierRank(known.tier)
}
