import type { Episode } from '../../market/episode.ts'
import { noDrift } from './drift.ts'
import type { Engine } from '../engine-state.ts'
import { anchorsAt, sinceStart } from './market-anchors.ts'
import type { Market } from './market-state.ts'
import { beginningOf, lineAlong, lineOf, marketEvidence, wayUntil } from './market-line.ts'
import { quotePairs, speakers } from './market-returns.ts'
import type { PairState } from '../pair/pair-state.ts'
import { measureDrift } from './measure-drift.ts'
import { marketPatience, reopen, updatePhase } from '../episode/phase.ts'
import { keepEvidence, movePrice, raiseTier, type Running, snapshot } from '../episode/running-episode.ts'
import { marketLeast, marketWide } from '../market-settings.ts'

/**
 * Looks at all pairs of the venue: the market line, the drift that is taken out of single pairs, and the one
 * episode of a market-wide move. Returns are log returns in dollars (market-returns.ts).
 * @returns the market-wide episodes that began or changed
 */
export function judgeMarket(engine: Engine, at: number): readonly Episode[] {
  const { market } = engine
  market.judgedAt = at
  const pairs = speakers(engine, at)
  refreshCrosses(engine)
  if (pairs.length < marketLeast) {
    market.state = null
    engine.drift = noDrift()
    // Too few are left to measure it by, but its time runs on.
    return market.episode ? turn(engine, market.episode, at, false) : []
  }
  engine.drift = measureDrift(engine, pairs, at)
  market.state = lineOf(engine, pairs, at)
  const begun = beginMove(engine, pairs, at)
  return market.episode ? [...begun, ...carryOn(engine, market.episode, pairs, at)] : begun
}

/** Begins or takes up again an episode where most pairs move far enough. Returns what ended by it. */
function beginMove(engine: Engine, pairs: readonly PairState[], at: number): readonly Episode[] {
  const { market } = engine
  if (!isMove(market, at)) return []
  const known = [market.episode, market.past].find((one) => one !== null && isSame(engine, one, pairs, at))
  if (known && known === market.episode) return []
  const ended = market.episode ? [ending(market.episode, at)] : []
  const next = known ?? beginEpisode(engine, pairs, at)
  if (known) reopen(known, at)
  keep(market, next, market.episode ?? (known ? null : market.past))
  return ended
}

/** The present episode and the newest that has ended; what others were measured from is forgotten. */
function keep(market: Market, episode: Running | null, past: Running | null): void {
  market.episode = episode
  market.past = past
  for (const id of market.anchors.keys()) if (id !== episode?.id && id !== past?.id) market.anchors.delete(id)
}

/** Whether most pairs move now, far enough or, downwards, for long enough. */
function isMove(market: Market, at: number): boolean {
  const { down, up, median: middle } = market.state!
  const isBroad = Math.max(down, up) >= marketWide.breadth
  const isLow = isBroad && middle <= -marketWide.slowFall
  market.lowSince = isLow ? (market.lowSince ?? at) : null
  if (isLow && at - market.lowSince! >= marketWide.slowFallMs) return true
  return isBroad && Math.abs(middle) >= marketWide.median
}

/**
 * Whether what moves now is a known episode going on: hours apart at most, its way on, or the rebound of a fall up to
 * where it came from. A fall after a rise is news, however little of the rise it takes back.
 */
function isSame(engine: Engine, known: Running, pairs: readonly PairState[], at: number): boolean {
  if (at - known.signalAt > marketWide.againMs) return false
  if (Math.sign(engine.market.state!.median) === known.direction) return true
  return known.direction < 0 && sinceStart(engine, known, pairs) - 1 < marketWide.median / 2
}

function ending(episode: Running, at: number): Episode {
  episode.phase = 'settled'
  episode.changedAt = at
  return snapshot(episode)
}

function beginEpisode(engine: Engine, pairs: readonly PairState[], at: number): Running {
  const { down, up, median: middle } = engine.market.state!
  const way = wayUntil(engine, pairs, at)
  const begun = beginningOf(way)
  const id = `${engine.venue}:market:market-wide:${at}`
  engine.market.anchors.set(id, anchorsAt(engine, pairs, begun, at))
  const price = Math.exp(way.at(-1)!.value - begun.value)
  return {
    id,
    venue: engine.venue,
    symbol: null,
    base: null,
    quote: null,
    kind: 'market-wide',
    also: [],
    direction: middle < 0 ? -1 : 1,
    tier: 'notice',
    phase: 'building',
    startedAt: begun.at,
    changedAt: at,
    updatedAt: at,
    startPrice: 1,
    peakPrice: price,
    peakAt: at,
    lastPrice: price,
    probability: Math.max(down, up),
    confirmed: true,
    evidence: [],
    line: lineAlong(way, begun),
    strayPrint: null,
    signalAt: at,
    fadedPeak: price,
  }
}

function carryOn(
  engine: Engine,
  episode: Running,
  pairs: readonly PairState[],
  at: number,
): readonly Episode[] {
  const { down, up, median: middle } = engine.market.state!
  movePrice(episode, at, sinceStart(engine, episode, pairs))
  // Also its rebound is the same story.
  if (Math.abs(middle) >= marketWide.endMedian) episode.signalAt = at
  if (Math.sign(middle) === episode.direction) {
    keepEvidence(episode, marketEvidence(engine, episode.direction < 0 ? down : up, middle, at))
  }
  const depth = Math.max(Math.abs(episode.peakPrice - 1), Math.abs(middle))
  const raised = raiseTier(episode, depth >= marketWide.warning ? 'warning' : 'notice', at)
  return turn(engine, episode, at, raised || episode.changedAt === at)
}

/** Brings the phase up to date; returns the episode where there is something new to tell. */
function turn({ market }: Engine, episode: Running, at: number, isNews: boolean): readonly Episode[] {
  const moved = updatePhase(episode, at, marketPatience)
  if (!isNews && !moved) return []
  if (episode.phase === 'settled') keep(market, null, episode)
  return [snapshot(episode)]
}

/** USD per BTC, ETH and whatever else pairs are quoted in, by the venue's own pairs against a dollar coin. */
function refreshCrosses(engine: Engine): void {
  for (const [quote, { last }] of quotePairs(engine)) engine.usd[quote] = last
}
