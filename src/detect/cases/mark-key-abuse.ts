import type { Episode } from '../../market/episode.ts'
import type { Evidence } from '../../market/evidence.ts'
import { tierRank } from '../../market/tier.ts'
import { keepEvidence, raiseTier, type RunningEpisode, snapshot } from '../episode/running-episode.ts'
import type { PairState } from '../pair/pair-state.ts'

/**
 * Marks the key-abuse pattern on the largest surging episode of the coins that have drawn turnover while `sold`
 * others were sold. Danger by definition; the selling alone is never reported.
 *
 * @param drawn by turnover, largest first
 * @returns the episode where the pattern is new or the tier rose
 */
export function markKeyAbuse(drawn: readonly PairState[], sold: number, at: number): readonly Episode[] {
  const bought = boughtOf(drawn)
  return bought?.episode ? mark(bought.episode, sold, at) : []
}

/** The first of these pairs whose episode is a surge; undefined: none's is. */
export function boughtOf(drawn: readonly PairState[]): PairState | undefined {
  return drawn.find(({ episode }) => episode !== null && isSurge(episode))
}

function isSurge({ direction, phase, tier }: RunningEpisode): boolean {
  return direction === 1 && phase !== 'settled' && tierRank(tier) >= tierRank('warning')
}

function mark(episode: RunningEpisode, sold: number, at: number): readonly Episode[] {
  const evidence: Evidence = { sign: 'sold-coins', value: sold, unit: 'pairs', windowMs: 1_800_000, at }
  keepEvidence(episode, [evidence])
  episode.signalAt = at
  const isNew = !episode.also.includes('key-abuse')
  if (isNew) {
    episode.also.push('key-abuse')
    episode.changedAt = at
  }
  return raiseTier(episode, 'danger', at) || isNew ? [snapshot(episode)] : []
}
