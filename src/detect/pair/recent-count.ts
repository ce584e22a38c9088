import { minutesKnown } from '../../stats/minutes.ts'
import type { PairState } from './pair-state.ts'
import { baselineDelayMinutes } from '../settings.ts'

/**
 * Trades of the running minute and of so many whole minutes before it, at most ten: the minutes that wait to
 * enter the baseline, so no extra state is kept. Minutes without data count as 0.
 *
 * @param at now, ms; not before the pair's newest observation
 */
export function recentCount({ tables, row }: PairState, at: number, minutes: number): number {
  const { waitingCount, minuteCount, minute, waits } = tables.baseline
  const known = Math.min(minutes, waits[row]!, minutesKnown(tables.bars, row, at))
  let count = minuteCount[row]!
  for (let ago = 1; ago <= known; ago++)
    count += waitingCount[row * baselineDelayMinutes + ((minute[row]! - ago) % baselineDelayMinutes)]!
  return count
}
