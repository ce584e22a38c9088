import { type RunningEpisode, snapshot } from '../../../detect/episode/running-episode.ts'
import {
  type Guard,
  isNumber,
  isPositive,
  listOf,
  oneOf,
  orAbsent,
  withFields,
} from '../../../shared/storage/guards.ts'
import { isEpisode } from '../../../shared/storage/is-episode.ts'

const isList: Guard = Array.isArray
const hasOwnFields = withFields({
  direction: oneOf([1, -1]),
  signalAt: isNumber,
  fadedPeak: isPositive,
  pause: orAbsent(oneOf(['halted', 'over'])),
  also: isList,
  evidence: isList,
  line: withFields({ values: listOf(isNumber), stepMs: isPositive, beganAt: isNumber }),
} satisfies Partial<Record<keyof RunningEpisode, Guard>>)

/** A running episode whose times are not after `latest`, ms: one of the future would never settle. */
export function isRunningEpisode(value: unknown, latest: number): value is RunningEpisode {
  if (!hasOwnFields(value)) return false
  const { startedAt, changedAt, updatedAt, peakAt, signalAt, line } = value as RunningEpisode
  const newest = Math.max(startedAt, changedAt, updatedAt, peakAt, signalAt, line.beganAt)
  return newest <= latest && isEpisode(snapshot(value as RunningEpisode))
}
