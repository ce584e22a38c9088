import type { Anomaly } from '../../market/episode.ts'
import { tierRank } from '../../market/tier.ts'
import { type Detection, directionOf, joinsAny } from '../episode/detection.ts'
import { fadingShare } from '../episode/phase-settings.ts'
import { fall, reopen } from '../episode/phase.ts'
import { keepEvidence, movePrice, raiseTier, type RunningEpisode } from '../episode/running-episode.ts'
import type { MarketData } from '../pair/market-data.ts'
import type { PairState } from '../pair/pair-state.ts'
import { sameEventMs } from '../settings.ts'
import { leastLargeFall, minReopenedMove, reopenedMs } from '../thresholds.ts'
import { beginEpisode } from './begin-episode.ts'
import type { Cases } from './cases.ts'
import { hasKnownCause } from './official-effects.ts'
import { closeEpisode } from './settle-episode.ts'

/**
 * Takes a detection into the pair's episode, or begins one: one episode for one event.
 * - What runs the other way within an episode is its phase, until it has gone beyond where the episode came from;
 *   a fall after a told rise is told in the card of the rise.
 * - What shows itself again soon after it settled is the same event; its fall may take as long as the rise took.
 * - Another pair of the same coin is reported only where it is stronger than the one that was reported first.
 * - In the minutes after a halt, when prices catch up, only what is strong is reported.
 * - What has a reason that the venue gives is no more than a Notice, unless trades confirm a Danger.
 *
 * @returns whether an episode began or changed its tier
 */
export function updateEpisode(
  { data, cases }: { readonly data: MarketData; readonly cases: Pick<Cases, 'officialStatus'> },
  pair: PairState,
  found: Detection,
): boolean {
  const detection = hasKnownCause(cases, pair) ? annotated(found) : found
  const { kind, tier, at, price, from } = detection
  const known = pair.episode
  if (known) {
    if (!isOpposite(known, detection)) return strengthen(known, detection)
    if (!isOutgrown(known, detection)) return tellFall(known, detection)
    closeEpisode(pair, known, at)
  }
  const { past } = pair
  if (past && isSameEvent(past, detection)) {
    if (isOpposite(past, detection) && !isLoudFall(detection)) return false
    pair.episode = past
    pair.past = null
    // It is told with the price that took it up again, not with the one at which it settled.
    movePrice(past, at, price)
    reopen(past, at, isOpposite(past, detection) ? 'falling' : 'fading')
    if (isOpposite(past, detection)) tellFall(past, detection)
    else strengthen(past, detection)
    return true
  }
  if (at - Math.max(data.openedAt, pair.openedAt) < reopenedMs && !isStrong(detection)) return false
  if (isFollower(data, pair, detection)) return false
  pair.episode = beginEpisode(data, pair, kind, { price, at }, from, tier, directionOf(detection))
  strengthen(pair.episode, detection)
  return true
}

/** What a known cause leaves of a tier. */
function annotated(detection: Detection): Detection {
  return detection.tier === 'danger' && detection.confirmed ? detection : { ...detection, tier: 'notice' }
}

/**
 * Strong enough for the minutes after a halt, in which hours of orders meet at once:
 * confirmed by trades, and large.
 */
function isStrong({ tier, confirmed, price, from }: Detection): boolean {
  return tier === 'danger' || (confirmed && Math.abs(Math.log(price / from.price)) >= minReopenedMove)
}

function strengthen(
  episode: RunningEpisode,
  { kind, tier, at, evidence, probability, confirmed }: Detection,
): boolean {
  episode.signalAt = at
  episode.probability = Math.max(episode.probability, probability)
  episode.confirmed ||= confirmed
  keepEvidence(episode, evidence)
  const isNews = joinKind(episode, kind, at)
  return raiseTier(episode, tier, at) || isNews
}

/** Kinds that another may come with. */
const companions: readonly Anomaly[] = ['off-peg', 'perp-gap', 'liquidation-burst']

/** A coin that falls is off its peg too, a squeezed contract rises and stands apart: one card says all of it. */
function joinKind(episode: RunningEpisode, kind: Detection['kind'], at: number): boolean {
  const isJoined = episode.kind === kind || episode.also.includes(kind)
  if (isJoined || !(companions.includes(kind) || companions.includes(episode.kind))) return false
  episode.also.push(kind)
  episode.changedAt = at
  return true
}

/**
 * Tells a fall after a told rise in the card of the rise: as evidence of its own beside that of the rise, and by its
 * tier. A rebound after a fall is a phase of it and nothing more.
 */
function tellFall(episode: RunningEpisode, detection: Detection): boolean {
  if (!isOpposite(episode, detection) || detection.kind !== 'dump') return false
  const { at, tier, evidence } = detection
  episode.signalAt = at
  keepEvidence(
    episode,
    evidence.flatMap((each) => (each.sign === 'return' ? [{ ...each, sign: 'fall' as const }] : [])),
  )
  const isNews = isLargeFall(episode, detection) && fall(episode, at)
  return raiseTier(episode, tier, at) || isNews
}

/** Whether a fall is large in itself from the rise's own peak: it need not have stood to be told. */
function isLargeFall({ direction, peakPrice }: RunningEpisode, { price }: Detection): boolean {
  return -direction * Math.log(price / peakPrice) >= leastLargeFall
}

/** Whether it is a fall worth taking up a card again that has settled. */
function isLoudFall({ kind, tier }: Detection): boolean {
  return kind === 'dump' && tier !== 'notice'
}

/**
 * Whether a detection belongs to an episode that has settled: soon after its last sign, or, where a rise is given
 * back, no later than the rise took: what needed hours to rise needs hours to fall.
 */
function isSameEvent(past: RunningEpisode, detection: Detection): boolean {
  if (isOutgrown(past, detection)) return false
  const lasted = isOpposite(past, detection) ? past.signalAt - past.startedAt : 0
  return Math.abs(detection.at - past.signalAt) <= Math.max(sameEventMs, lasted)
}

/**
 * Whether what runs the other way has left behind where the episode came from, by more than a part of its move: then
 * it is none of its phases. A rise by nine times that ends a percent below where it was found is one story.
 */
function isOutgrown(known: RunningEpisode, found: Detection): boolean {
  const { direction, startPrice, peakPrice } = known
  const beyond = -direction * Math.log(found.price / startPrice)
  const move = Math.abs(Math.log(peakPrice / startPrice))
  return isOpposite(known, found) && beyond > fadingShare * move
}

function isOpposite({ direction }: RunningEpisode, detection: Detection): boolean {
  return !joinsAny(detection) && direction !== directionOf(detection)
}

/**
 * Whether another pair of the coin already shows this, as strongly. Thin pairs lag behind and repeat it; and what one
 * pair told as a rise falls on all of them: in the card of the rise, as long as that runs.
 */
function isFollower({ pairs }: MarketData, pair: PairState, detection: Detection): boolean {
  for (const other of pairs.values()) {
    if (other === pair || other.base !== pair.base) continue
    const known = other.episode ?? other.past
    if (!known || detection.at - known.signalAt > sameEventMs) continue
    const isPhase = other.episode !== null && !isOutgrown(known, { ...detection, price: other.last })
    if (isOpposite(known, detection) && !isPhase) continue
    if (tierRank(detection.tier) <= tierRank(known.tier)) return true
  }
  return false
}
