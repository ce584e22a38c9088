import type { Episode, Phase } from '../../src/market/episode.ts'
import type { Tier } from '../../src/market/tier.ts'

/** A state of an episode from market time `at` (ms UTC) on. */
export interface EpisodeState {
  readonly at: number
  readonly tier: Tier
  readonly phase: Phase
}

/** An episode as last stored, with every state it went through. */
export interface FlaggedEpisode extends Episode {
  readonly history: readonly EpisodeState[]
}

/** Everything flagged during a run, by episode id, in order of appearance. */
export type EpisodeHistory = Map<string, FlaggedEpisode>

/** Adds one stored value of `episodes` to the history. */
export function addEpisodes(history: EpisodeHistory, episodes: readonly Episode[]): void {
  for (const episode of episodes) {
    const past = history.get(episode.id)?.history ?? []
    const { tier, phase, changedAt } = episode
    const last = past.at(-1)
    const same = last?.tier === tier && last.phase === phase
    const changes = same ? past : [...past, { at: changedAt, tier, phase }]
    history.set(episode.id, { ...episode, history: changes })
  }
}
