import type { Evidence } from '../../market/evidence.ts'
import type { Episode } from '../../market/episode.ts'
import { evidenceLine } from '../../ui/card/evidence-line.ts'
import type { DetailsWords } from '../words.ts'
import type { Lane } from './lane.ts'

/** Name of a lane: of its sign, or of both and how each is drawn. */
export function laneLabel(words: DetailsWords, lane: Lane, episode: Episode): string {
  // Of one side too: most venues publish a part of what they liquidate.
  if (lane.source === 'contract' && lane.unit === 'usd') return words.say('lane.liquidated')
  return lane.beside ? words.say('lane.premium') : signLabel(words, lane, episode)
}

/** Name of one sign. */
export function signLabel(words: DetailsWords, lane: Lane, episode: Episode): string {
  // The engine measures turnover over another window and against another usual value: it has another name.
  if (lane.source === 'bars') return words.say('chart.barTurnover')
  if (lane.unit === 'base') return words.say('lane.interest', { base: episode.base ?? '' })
  return evidenceLine(words, asEvidence(lane, lane.unit, 0), episode).label
}

/** What a lane comes to: the largest value of each of its signs; of what a contract holds the newest, and its change. */
export function laneSum(words: DetailsWords, lane: Lane, episode: Episode): string | null {
  const points = lane.points.flatMap((point) => point ?? [])
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return null
  if (lane.unit === 'base')
    return `${laneValue(words, lane, last, episode)} (${words.format.change(last / first - 1)})`
  const largest = points.reduce((most, point) => (Math.abs(point) > Math.abs(most) ? point : most))
  const own = laneValue(words, lane, largest, episode)
  const beside = lane.beside && laneSum(words, lane.beside, episode)
  return beside ? `${own} · ${beside}` : own
}

/** One value of a lane, written like the sign's evidence. */
export function laneValue(words: DetailsWords, lane: Lane, value: number, episode: Episode): string {
  if (lane.unit === 'base') return words.format.compact(value)
  return evidenceLine(words, asEvidence(lane, lane.unit, value), episode).value
}

function asEvidence({ sign, count }: Lane, unit: Evidence['unit'], value: number): Evidence {
  return { sign, unit, value, windowMs: 0, at: 0, ...(count !== null && { count }) }
}
