import type { RunningEpisode } from '../episode/running-episode.ts'
import type { PairState } from '../pair/pair-state.ts'

/** Puts a settled episode aside: what shows itself soon again is the same event, what comes later a new one. */
export function settleEpisode(pair: PairState): void {
  if (pair.episode?.phase !== 'settled') return
  pair.past = pair.episode
  pair.episode = null
  if (pair.suspicion) pair.suspicion.strongSince = 0
}

/** Closes a pair's episode here and now; it is still to be reported, as settled. */
export function closeEpisode(pair: PairState, episode: RunningEpisode, at: number): void {
  episode.phase = 'settled'
  episode.changedAt = at
  pair.closing = episode
  pair.past = episode
  pair.episode = null
}

/** Closes what a new price level ends: whatever shows itself later is another event, at other prices. */
export function closeForNewLevel(pair: PairState, at: number): void {
  if (pair.episode) closeEpisode(pair, pair.episode, at)
  pair.past = null
}
