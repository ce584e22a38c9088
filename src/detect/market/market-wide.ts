import type { Episode } from '../../market/episode.ts'
import type { Tier } from '../../market/tier.ts'
import { marketSettleDelays } from '../episode/phase-settings.ts'
import { reopen, updatePhase } from '../episode/phase.ts'
import {
  keepEvidence,
  movePrice,
  raiseTier,
  type RunningEpisode,
  snapshot,
} from '../episode/running-episode.ts'
import { noDrift } from '../pair/price/drift.ts'
import type { MarketData } from '../pair/market-data.ts'
import type { PairState } from '../pair/pair-state.ts'
import { usdOf } from '../pair/price/usd-of.ts'
import { minMarketCoins } from '../settings.ts'
import { marketWide } from '../thresholds.ts'
import { anchorPricesAt, medianSinceStart } from './market-anchors.ts'
import { beginningOfMove, lineOfPath, marketEvidence, marketLineOf, medianPathUntil } from './market-line.ts'
import { quotePairs, representativePairs } from './market-returns.ts'
import type { MarketCase } from './market-state.ts'
import { measureDrift } from './measure-drift.ts'

/**
 * Judges all pairs of the venue together: the market line, the drift that is taken out of single pairs, and the
 * one episode of a market-wide move. Returns are log returns in dollars (market-returns.ts).
 *
 * @param at market time, ms
 * @returns the market-wide episodes that began or changed
 */
export function judgeMarket(data: MarketData, market: MarketCase, at: number): readonly Episode[] {
  market.judgedAt = at
  const pairs = data.pairs.size < minMarketCoins ? [] : representativePairs(data, at)
  refreshCrosses(data)
  if (pairs.length < minMarketCoins) {
    market.state = null
    if (data.drift.hour.size > 0) data.drift = noDrift()
    // Too few are left to measure it by, but its time runs on.
    return market.episode ? updateMarketPhase(market, market.episode, at, false) : []
  }
  data.drift = measureDrift(data, pairs, at)
  market.state = marketLineOf(data, pairs, at)
  const ended = beginMove(data, market, pairs, at)
  return market.episode ? [...ended, ...carryOn(data, market, market.episode, pairs, at)] : ended
}

/** Begins or resumes an episode where most pairs move far enough. Returns what ended by it. */
function beginMove(
  data: MarketData,
  market: MarketCase,
  pairs: readonly PairState[],
  at: number,
): readonly Episode[] {
  if (!isMove(market, at)) return []
  const known = [market.episode, market.past].find(
    (one) => one !== null && isSameMove(data, market, one, pairs, at),
  )
  if (known && known === market.episode) return []
  const ended = market.episode ? [settled(market.episode, at)] : []
  const next = known ?? beginMarketEpisode(data, market, pairs, at)
  if (known) reopen(known, at)
  keepTwo(market, next, market.episode ?? (known ? null : market.past))
  return ended
}

/** Keeps the present episode and the newest that has ended, and what these two are measured from. */
function keepTwo(market: MarketCase, episode: RunningEpisode | null, past: RunningEpisode | null): void {
  market.episode = episode
  market.past = past
  for (const id of market.anchors.keys()) if (id !== episode?.id && id !== past?.id) market.anchors.delete(id)
}

/** Whether most pairs move now, far enough or, downwards, for long enough. */
function isMove(market: MarketCase, at: number): boolean {
  const { down, up, median } = market.state!
  const isBroad = Math.max(down, up) >= marketWide.breadth
  const isLow = isBroad && median <= -marketWide.slowFall
  market.lowSince = isLow ? (market.lowSince ?? at) : null
  if (isLow && at - market.lowSince! >= marketWide.slowFallMs) return true
  return isBroad && Math.abs(median) >= marketWide.median
}

/**
 * Whether what moves now is a known episode going on: hours apart at most, in its direction, or the rebound of
 * a fall up to where it came from. A fall after a rise is news, however little of the rise it takes back.
 */
function isSameMove(
  data: MarketData,
  market: MarketCase,
  known: RunningEpisode,
  pairs: readonly PairState[],
  at: number,
): boolean {
  if (at - known.signalAt > marketWide.sameEventMs) return false
  if (Math.sign(market.state!.median) === known.direction) return true
  return known.direction < 0 && medianSinceStart(data, market, known, pairs) - 1 < marketWide.median / 2
}

function settled(episode: RunningEpisode, at: number): Episode {
  episode.phase = 'settled'
  episode.changedAt = at
  return snapshot(episode)
}

function beginMarketEpisode(
  data: MarketData,
  market: MarketCase,
  pairs: readonly PairState[],
  at: number,
): RunningEpisode {
  const { down, up, median } = market.state!
  const path = medianPathUntil(data, pairs, at)
  const begun = beginningOfMove(path)
  const id = `${data.venue}:market:market-wide:${at}`
  market.anchors.set(id, anchorPricesAt(data, pairs, begun, at))
  const price = Math.exp(path.at(-1)!.value - begun.value)
  return {
    id,
    venue: data.venue,
    symbol: null,
    base: null,
    quote: null,
    kind: 'market-wide',
    also: [],
    direction: median < 0 ? -1 : 1,
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
    line: lineOfPath(path, begun),
    strayPrint: null,
    signalAt: at,
    fadedPeak: price,
  }
}

function carryOn(
  data: MarketData,
  market: MarketCase,
  episode: RunningEpisode,
  pairs: readonly PairState[],
  at: number,
): readonly Episode[] {
  const { down, up, median } = market.state!
  movePrice(episode, at, medianSinceStart(data, market, episode, pairs))
  // Its rebound belongs to the same event.
  if (Math.abs(median) >= marketWide.endMedian) episode.signalAt = at
  if (Math.sign(median) === episode.direction) {
    keepEvidence(episode, marketEvidence(data, episode.direction < 0 ? down : up, median, at))
  }
  const depth = Math.max(Math.abs(episode.peakPrice - 1), Math.abs(median))
  const raised = raiseTier(episode, tierOfDepth(depth), at)
  return updateMarketPhase(market, episode, at, raised || episode.changedAt === at)
}

function tierOfDepth(depth: number): Tier {
  if (depth >= marketWide.danger) return 'danger'
  return depth >= marketWide.warning ? 'warning' : 'notice'
}

/** Brings the phase up to date; returns the episode where something is new. */
function updateMarketPhase(
  market: MarketCase,
  episode: RunningEpisode,
  at: number,
  isNews: boolean,
): readonly Episode[] {
  const moved = updatePhase(episode, at, marketSettleDelays)
  if (!isNews && !moved) return []
  if (episode.phase === 'settled') keepTwo(market, null, episode)
  return [snapshot(episode)]
}

/**
 * USD per BTC, ETH and whatever else pairs are quoted in, by the venue's own pairs against a dollar coin. What those
 * are worth is known already.
 */
function refreshCrosses(data: MarketData): void {
  for (const [quote, pair] of quotePairs(data))
    if (!data.pegs.has(quote)) data.usd[quote] = pair.last * (usdOf(data, pair.quote) ?? 1)
}
