import type { PhaseTrack } from '../../../detect/episode/phase-track.ts'
import type { RecentPrices } from '../../../detect/episode/recent-prices.ts'
import { type RunningEpisode, snapshot } from '../../../detect/episode/running-episode.ts'
import {
  type Guard,
  isNumber,
  isPositive,
  listOf,
  oneOf,
  orAbsent,
  orNull,
  withFields,
} from '../../../shared/storage/guards.ts'
import { isEpisode } from '../../../shared/storage/is-episode.ts'

const isList: Guard = Array.isArray
const hasTrackFields = withFields({
  recent: withFields({ at: listOf(isNumber), price: listOf(isPositive) } satisfies Record<
    keyof RecentPrices,
    Guard
  >),
  beganAt: isNumber,
  resumedAt: isNumber,
  pricedAt: isNumber,
  seenAt: isNumber,
  phaseAt: isNumber,
  restPrice: isPositive,
  restSince: isNumber,
  fallenSince: orNull(isNumber),
} satisfies Record<keyof PhaseTrack, Guard>)
const isTrack: Guard = (value) => {
  if (!hasTrackFields(value)) return false
  const { at, price } = (value as PhaseTrack).recent
  return at.length > 0 && at.length === price.length
}
const hasOwnFields = withFields({
  direction: oneOf([1, -1]),
  signalAt: isNumber,
  fadedPeak: isPositive,
  fallenPeak: orAbsent(isPositive),
  pause: orAbsent(oneOf(['halted', 'over'])),
  track: orAbsent(isTrack),
  also: isList,
  evidence: isList,
  line: withFields({ values: listOf(isNumber), stepMs: isPositive, beganAt: isNumber }),
} satisfies Partial<Record<keyof RunningEpisode, Guard>>)

/** A running episode whose times are not after `latest`, ms: one of the future would never settle. */
export function isRunningEpisode(value: unknown, latest: number): value is RunningEpisode {
  if (!hasOwnFields(value)) return false
  const { startedAt, changedAt, updatedAt, peakAt, signalAt, line, track } = value as RunningEpisode
  const newest = Math.max(startedAt, changedAt, updatedAt, peakAt, signalAt, line.beganAt, ...timesOf(track))
  return newest <= latest && isEpisode(snapshot(value as RunningEpisode))
}

function timesOf(track: PhaseTrack | undefined): number[] {
  if (!track) return []
  const { recent, beganAt, resumedAt, pricedAt, seenAt, phaseAt, restSince, fallenSince } = track
  return [...recent.at, beganAt, resumedAt, pricedAt, seenAt, phaseAt, restSince, fallenSince ?? 0]
}
