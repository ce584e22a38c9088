import type { Episode } from '../../market/episode.ts'
import { tierRank } from '../../market/tier.ts'
import type { Engine } from '../engine-state.ts'
import { ensurePair } from '../pair/ensure-pair.ts'
import type { Running } from './running-episode.ts'

/**
 * Takes up episodes that were open when the worker died. Where the engine's saved state is older than the
 * stored episode, the stored one stands: the same episode goes on, never a second one.
 */
export function resumeEpisodes(engine: Engine, open: readonly Episode[]): void {
  for (const episode of open) {
    // Told by whoever holds venues side by side, not by the engine of one.
    if (episode.kind === 'venue-gap') continue
    if (episode.symbol === null) {
      takeUp(engine.market, episode)
      continue
    }
    const pair = ensurePair(engine, episode.symbol)
    pair.base ??= episode.base
    pair.quote ??= episode.quote
    takeUp(pair, episode)
  }
}

/** What holds episodes: a pair, or the market. */
interface Holder {
  episode: Running | null
  past: Running | null
}

function takeUp(holder: Holder, stored: Episode): void {
  const known = holder.episode ?? (holder.past?.id === stored.id ? holder.past : null)
  if (known && !isNewer(stored, known)) return
  if (holder.past?.id === stored.id) holder.past = null
  holder.episode = runningOf(stored)
}

/** Whether the stored episode tells what the engine does not know: a running one knows more than its picture. */
function isNewer(stored: Episode, known: Running): boolean {
  if (stored.updatedAt !== known.updatedAt) return stored.updatedAt > known.updatedAt
  return stored.changedAt > known.changedAt || tierRank(stored.tier) > tierRank(known.tier)
}

/** A stored episode as one that runs on. Shares nothing with it but its unchanging parts. */
export function runningOf(episode: Episode): Running {
  const { line, ...shown } = episode
  return {
    ...shown,
    also: [...episode.also],
    evidence: [...episode.evidence],
    direction: episode.peakPrice >= episode.startPrice ? 1 : -1,
    line: {
      values: [...line.values],
      stepMs: line.stepMs,
      beganAt: episode.startedAt - line.start * line.stepMs,
    },
    signalAt: episode.updatedAt,
    fadedPeak: episode.peakPrice,
  }
}
