import type { Evidence } from '../../market/evidence.ts'
import type { Episode } from '../../market/episode.ts'
import { evidenceLine } from '../../ui/card/evidence-line.ts'
import type { DetailsWords } from '../words.ts'
import type { Lane } from './lanes.ts'

/** The name of a sign over time. */
export function laneLabel(words: DetailsWords, lane: Lane, episode: Episode): string {
  // The engine's turnover is of another window and against another usual: two figures, two names.
  if (lane.by === 'bars') return words.say('chart.barTurnover')
  return evidenceLine(words, asEvidence(lane, 0), episode).label
}

/** One value of a sign as its evidence is written. */
export function laneValue(words: DetailsWords, lane: Lane, value: number, episode: Episode): string {
  return evidenceLine(words, asEvidence(lane, value), episode).value
}

function asEvidence({ sign, unit, count }: Lane, value: number): Evidence {
  return { sign, unit, value, windowMs: 0, at: 0, ...(count !== null && { count }) }
}
