import type { Episode } from '../market/episode.ts'
import type { Engine } from './engine-state.ts'
import { emptyPair } from './pair-state.ts'
import type { Running } from './running.ts'

/**
 * Takes up episodes that were open when the worker died. Where the engine's saved state is older than the
 * stored episode, the stored one stands: the same episode goes on, never a second one.
 */
export function resume(engine: Engine, open: readonly Episode[]): void {
  for (const episode of open) {
    // Told by whoever holds venues side by side, not by the engine of one.
    if (episode.kind === 'venue-gap') continue
    if (episode.symbol === null) {
      if (isNewer(episode, engine.market.episode)) engine.market.episode = runningOf(episode)
      continue
    }
    let pair = engine.pairs.get(episode.symbol)
    if (!pair) engine.pairs.set(episode.symbol, (pair = emptyPair(episode.symbol)))
    pair.base ??= episode.base
    pair.quote ??= episode.quote
    if (isNewer(episode, pair.episode)) pair.episode = runningOf(episode)
  }
}

function isNewer(episode: Episode, known: Running | null): boolean {
  return known === null || episode.updatedAt >= known.updatedAt
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
