import { knownMinutes } from '../../stats/minutes.ts'
import type { PairState } from './pair-state.ts'
import { baselineDelay } from '../settings.ts'

/**
 * Trades of the running minute and of so many whole ones before it, at most ten: those that wait to enter the
 * baseline, so that nothing more is kept for it. Of what is unknown since a gap there are none.
 *
 * @param at now, ms; not before the pair's newest observation
 */
export function recentCount({ tables, row }: PairState, at: number, minutes: number): number {
  const { waitingCount, minuteCount, minute, waits } = tables.baseline
  const known = Math.min(minutes, waits[row]!, knownMinutes(tables.bars, row, at))
  let count = minuteCount[row]!
  for (let ago = 1; ago <= known; ago++)
    count += waitingCount[row * baselineDelay + ((minute[row]! - ago) % baselineDelay)]!
  return count
}
