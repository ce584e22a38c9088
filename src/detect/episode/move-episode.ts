import type { Episode } from '../../market/episode.ts'

/** An episode whose times are all moved by so much, ms: its market's clock was set. */
export function movedBy(episode: Episode, ms: number): Episode {
  const { startedAt, changedAt, updatedAt, peakAt, evidence, strayPrint } = episode
  return {
    ...episode,
    startedAt: startedAt + ms,
    changedAt: changedAt + ms,
    updatedAt: updatedAt + ms,
    peakAt: peakAt + ms,
    evidence: evidence.map((each) => ({ ...each, at: each.at + ms })),
    strayPrint: strayPrint && { ...strayPrint, at: strayPrint.at + ms },
  }
}
