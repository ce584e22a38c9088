import type { PairState } from '../pair/pair-state.ts'

/** A settled episode is put aside: what shows itself soon again is the same, what comes later a new one. */
export function settleEpisode(pair: PairState): void {
  if (pair.episode?.phase !== 'settled') return
  pair.past = pair.episode
  pair.episode = null
  if (pair.suspicion) pair.suspicion.strongSince = 0
}
