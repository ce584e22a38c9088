import type { Evidence } from '../../market/evidence.ts'
import type { Episode } from '../../market/episode.ts'
import { evidenceLine } from '../../ui/card/evidence-line.ts'
import type { DetailsWords } from '../words.ts'
import type { Lane } from './lanes.ts'

/** Name of a lane's sign. */
export function laneLabel(words: DetailsWords, lane: Lane, episode: Episode): string {
  // The engine measures turnover over another window and against another usual value: it has another name.
  if (lane.source === 'bars') return words.say('chart.barTurnover')
  return evidenceLine(words, asEvidence(lane, 0), episode).label
}

/** One value of a lane, written like the sign's evidence. */
export function laneValue(words: DetailsWords, lane: Lane, value: number, episode: Episode): string {
  return evidenceLine(words, asEvidence(lane, value), episode).value
}

function asEvidence({ sign, unit, count }: Lane, value: number): Evidence {
  return { sign, unit, value, windowMs: 0, at: 0, ...(count !== null && { count }) }
}
