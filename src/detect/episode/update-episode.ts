import { tierRank } from '../../market/tier.ts'
import { beginEpisode } from './begin-episode.ts'
import type { Engine } from '../engine-state.ts'
import { hasKnownCause } from './official-effects.ts'
import type { PairState } from '../pair/pair-state.ts'
import { giveWay, reopen } from './phase.ts'
import { keepEvidence, raiseTier, type Running } from './running-episode.ts'
import { againMs, reopenedMove, reopenedMs } from '../settings.ts'
import type { Detection } from '../rules/detection.ts'

/**
 * Takes a sighting into the pair's episode, or begins one: one card for one event. What runs the other way
 * inside an episode is its phase, until it has gone beyond where the episode came from. What shows itself again soon after it settled is the same event. Another
 * pair of the same coin speaks only where it is stronger than the one that spoke first. In the minutes
 * after a halt, when prices catch up, only what is strong is told. And what has a reason that the venue gives is
 * no more than a Notice, unless trades confirm a Danger.
 *
 * @returns whether an episode began or changed its tier
 */
export function updateEpisode(engine: Engine, pair: PairState, seen: Detection): boolean {
  const sighting = hasKnownCause(engine, pair) ? annotated(seen) : seen
  const { kind, tier, at, price, from } = sighting
  const known = pair.episode
  if (known) {
    if (!isOpposite(known, sighting)) return strengthen(known, sighting)
    if (!isOutgrown(known, sighting)) return false
    giveWay(pair, known, at)
  }
  const { past } = pair
  if (past && at - past.signalAt <= againMs && !isOutgrown(past, sighting)) {
    if (isOpposite(past, sighting)) return false
    pair.episode = past
    pair.past = null
    reopen(past, at)
    strengthen(past, sighting)
    return true
  }
  if (at - Math.max(engine.openedAt, pair.openedAt) < reopenedMs && !isStrong(sighting)) return false
  if (isFollower(engine, pair, sighting)) return false
  pair.episode = beginEpisode(engine, pair, kind, { price, at }, from, tier)
  strengthen(pair.episode, sighting)
  return true
}

/** What a known cause leaves of a tier. */
function annotated(sighting: Detection): Detection {
  return sighting.tier === 'danger' && sighting.confirmed ? sighting : { ...sighting, tier: 'notice' }
}

/** Strong enough for the minutes after a halt, in which hours of orders meet at once: confirmed by trades, and large. */
function isStrong({ tier, confirmed, price, from }: Detection): boolean {
  return tier === 'danger' || (confirmed && Math.abs(Math.log(price / from.price)) >= reopenedMove)
}

function strengthen(episode: Running, { tier, at, evidence, probability, confirmed }: Detection): boolean {
  episode.signalAt = at
  episode.probability = Math.max(episode.probability, probability)
  episode.confirmed ||= confirmed
  keepEvidence(episode, evidence)
  return raiseTier(episode, tier, at)
}

/** Whether what runs the other way has left behind where the episode came from: then it is none of its phases. */
function isOutgrown(known: Running, sighting: Detection): boolean {
  return isOpposite(known, sighting) && known.direction * (sighting.price - known.startPrice) < 0
}

function isOpposite({ direction }: Running, { kind }: Detection): boolean {
  return direction !== (kind === 'dump' ? -1 : 1)
}

/** Whether another pair of the coin already tells this, as strongly. Thin pairs lag behind and tell it again. */
function isFollower(engine: Engine, pair: PairState, sighting: Detection): boolean {
  for (const other of engine.pairs.values()) {
    if (other === pair || other.base !== pair.base) continue
    const told = other.episode ?? other.past
    if (!told || sighting.at - told.signalAt > againMs || isOpposite(told, sighting)) continue
    if (tierRank(sighting.tier) <= tierRank(told.tier)) return true
  }
  return false
}
