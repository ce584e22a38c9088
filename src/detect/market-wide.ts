import type { Evidence } from '../market/evidence.ts'
import type { Episode } from '../market/episode.ts'
import type { MarketState } from '../market/venue-state.ts'
import { advanceBars, closeBefore } from '../stats/bars.ts'
import { beginLine } from '../stats/line.ts'
import { median } from '../stats/median.ts'
import type { Engine } from './engine-state.ts'
import type { Market } from './market-state.ts'
import { updatePhase } from './phase.ts'
import type { PairState } from './pair-state.ts'
import { keepEvidence, movePrice, raiseTier, snapshot } from './running.ts'
import { flatReturn, gapMs, lineStepMs, marketLeast, marketWide, marketWindowMs, W300, W60, W600 } from './settings.ts'

/** A pair counts when it trades at least now and then and has spoken lately. */
function counts(pair: PairState, at: number): boolean {
  return pair.base !== null && pair.last > 0 && pair.baseline.count.value > 0.05 && at - pair.at < 2 * marketWindowMs
}

/**
 * Looks at all pairs of the venue: the market line, the drift that is taken out of single pairs, and the one
 * episode of a market-wide move. Returns are
 * log returns of each pair in its own quote.
 * @returns the market-wide episode when it began or changed
 */
export function judgeMarket(engine: Engine, at: number): Episode | null {
  const { market } = engine
  market.judgedAt = at
  const pairs = [...engine.pairs.values()].filter((pair) => counts(pair, at))
  refreshCrosses(engine)
  if (pairs.length < marketLeast) {
    market.state = null
    engine.drift = { r60: 0, r300: 0 }
    return null
  }
  for (const pair of pairs) advanceBars(pair.bars, at)
  engine.drift = { r60: medianReturn(pairs, W60), r300: medianReturn(pairs, W300) }
  market.state = lineOf(engine.venue, pairs, at)
  return market.episode ? carryOn(engine, pairs, at) : beginMarket(engine, pairs, at)
}

function medianReturn(pairs: readonly PairState[], window: number): number {
  const returns = Float64Array.from(pairs, (pair) => Math.log(pair.last / closeBefore(pair.bars, window)!))
  return median(returns, returns.length)
}

function lineOf(venue: string, pairs: readonly PairState[], at: number): MarketState {
  const returns = pairs.map((pair) => Math.log(pair.last / closeBefore(pair.bars, W600)!))
  const down = returns.filter((r) => r < -flatReturn).length / pairs.length
  const up = returns.filter((r) => r > flatReturn).length / pairs.length
  const middle = Math.exp(median(Float64Array.from(returns), returns.length)) - 1
  return { venue, at, pairs: pairs.length, down, up, flat: 1 - down - up, median: middle, windowMs: marketWindowMs }
}

function beginMarket(engine: Engine, pairs: readonly PairState[], at: number): Episode | null {
  const { market } = engine
  const { down, up, median: middle } = market.state!
  const direction = middle < 0 ? -1 : 1
  if (Math.max(down, up) < marketWide.breadth || Math.abs(middle) < marketWide.median) return null
  market.anchors.clear()
  for (const pair of pairs) market.anchors.set(pair.symbol, closeBefore(pair.bars, W600)!)
  market.episode = {
    id: `${engine.venue}:market:market-wide:${at}`,
    venue: engine.venue,
    symbol: null,
    base: null,
    quote: null,
    kind: 'market-wide',
    also: [],
    direction,
    tier: 'notice',
    phase: 'building',
    startedAt: at - marketWindowMs,
    changedAt: at,
    updatedAt: at,
    startPrice: 1,
    peakPrice: 1 + middle,
    peakAt: at,
    lastPrice: 1 + middle,
    probability: Math.max(down, up),
    confirmed: true,
    evidence: [],
    line: beginLine(at - marketWindowMs, 1, lineStepMs),
    strayPrint: null,
    signalAt: at,
    fadedPeak: 1 + middle,
  }
  carryOn(engine, pairs, at)
  return snapshot(market.episode)
}

function carryOn(engine: Engine, pairs: readonly PairState[], at: number): Episode | null {
  const { market } = engine
  const episode = market.episode!
  const { down, up, median: middle } = market.state!
  if (at - episode.updatedAt <= gapMs) movePrice(episode, at, sinceStart(market, pairs))
  if (Math.abs(middle) >= marketWide.endMedian && Math.sign(middle) === episode.direction) episode.signalAt = at
  const breadth = episode.direction < 0 ? down : up
  keepEvidence(episode, evidence(engine, breadth, middle, at))
  const raised = raiseTier(episode, Math.abs(episode.peakPrice - 1) >= marketWide.warning ? 'warning' : 'notice', at)
  const moved = updatePhase(episode, at)
  if (!raised && !moved) return null
  const shown = snapshot(episode)
  if (episode.phase === 'settled') market.episode = null
  return shown
}

/** 1 + the median return of all pairs since the episode began. */
function sinceStart(market: Market, pairs: readonly PairState[]): number {
  // An episode taken up from storage knows its figures, not each pair's: go on from there.
  if (market.anchors.size === 0) {
    for (const pair of pairs) market.anchors.set(pair.symbol, pair.last / market.episode!.lastPrice)
  }
  const returns = Float64Array.from(
    pairs.filter((pair) => market.anchors.has(pair.symbol)),
    (pair) => Math.log(pair.last / market.anchors.get(pair.symbol)!),
  )
  return Math.exp(median(returns, returns.length))
}

function evidence(engine: Engine, breadth: number, middle: number, at: number): Evidence[] {
  const window = { windowMs: marketWindowMs, at }
  const found: Evidence[] = [
    { sign: 'breadth', value: breadth, unit: 'fraction', ...window },
    { sign: 'median-return', value: middle, unit: 'fraction', ...window },
  ]
  const leader = [...engine.pairs.values()].find((pair) => pair.base === 'BTC' && (pair.quote === 'USDT' || pair.quote === 'USD'))
  const before = leader && closeBefore(leader.bars, W600)
  if (leader && before) {
    found.push({ sign: 'leader-return', value: leader.last / before - 1, unit: 'fraction', ...window })
  }
  return found
}

/** USD per BTC, ETH … by the venue's own pairs against a dollar coin. */
function refreshCrosses(engine: Engine): void {
  for (const pair of engine.pairs.values()) {
    if (pair.base !== null && pair.last > 0 && (pair.quote === 'USDT' || pair.quote === 'USD')) {
      engine.usd[pair.base] = pair.last
    }
  }
}
