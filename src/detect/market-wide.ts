import type { Evidence } from '../market/evidence.ts'
import type { Episode } from '../market/episode.ts'
import type { MarketState } from '../market/venue-state.ts'
import { closeBefore } from '../stats/bars.ts'
import { beginLine } from '../stats/line.ts'
import { median } from '../stats/median.ts'
import type { Engine } from './engine-state.ts'
import type { Market } from './market-state.ts'
import { updatePhase } from './phase.ts'
import { noDrift } from './moment.ts'
import { dollarReturns, driftOf, quoteReturns, returnOf, speakers } from './market-returns.ts'
import type { PairState } from './pair-state.ts'
import { keepEvidence, movePrice, raiseTier, type Running, snapshot } from './running.ts'
import { dollars, flatReturn, gapMs, lineStepMs, marketLeast, marketWide, marketWindowMs, W300, W60, W600 } from './settings.ts'

/**
 * Looks at all pairs of the venue: the market line, the drift that is taken out of single pairs, and the one
 * episode of a market-wide move. Returns are
 * log returns in dollars (market-returns.ts).
 * @returns the market-wide episode when it began or changed
 */
export function judgeMarket(engine: Engine, at: number): Episode | null {
  const { market } = engine
  market.judgedAt = at
  const pairs = speakers(engine, at)
  refreshCrosses(engine)
  if (pairs.length < marketLeast) {
    market.state = null
    engine.drift = noDrift()
    // Too few are left to measure it by, but its time runs on.
    return market.episode ? turn(market, market.episode, at, false) : null
  }
  engine.drift = { r60: driftOf(engine, pairs, W60, at), r300: driftOf(engine, pairs, W300, at) }
  market.state = lineOf(engine, pairs, at)
  return market.episode ? carryOn(engine, pairs, at) : beginMarket(engine, pairs, at)
}

function lineOf(engine: Engine, pairs: readonly PairState[], at: number): MarketState {
  const { venue } = engine
  const returns = dollarReturns(pairs, quoteReturns(engine, W600, at), W600)
  const down = returns.filter((r) => r < -flatReturn).length / pairs.length
  const up = returns.filter((r) => r > flatReturn).length / pairs.length
  const middle = Math.exp(median(returns, returns.length)) - 1
  return { venue, at, pairs: pairs.length, down, up, flat: 1 - down - up, median: middle, windowMs: marketWindowMs }
}

function beginMarket(engine: Engine, pairs: readonly PairState[], at: number): Episode | null {
  const { market } = engine
  const { down, up, median: middle } = market.state!
  const direction = middle < 0 ? -1 : 1
  if (Math.max(down, up) < marketWide.breadth || Math.abs(middle) < marketWide.median) return null
  market.anchors.clear()
  const quotes = quoteReturns(engine, W600, at)
  for (const pair of pairs) {
    const before = returnOf(pair, W600) + (quotes.get(pair.quote!) ?? 0)
    market.anchors.set(pair.symbol, dollarPrice(engine, pair) / Math.exp(before))
  }
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
  if (at - episode.updatedAt <= gapMs) movePrice(episode, at, sinceStart(engine, pairs))
  if (Math.abs(middle) >= marketWide.endMedian && Math.sign(middle) === episode.direction) episode.signalAt = at
  const breadth = episode.direction < 0 ? down : up
  keepEvidence(episode, evidence(engine, breadth, middle, at))
  const raised = raiseTier(episode, Math.abs(episode.peakPrice - 1) >= marketWide.warning ? 'warning' : 'notice', at)
  return turn(market, episode, at, raised)
}

/** Brings the phase up to date; returns the episode where there is something new to tell. */
function turn(market: Market, episode: Running, at: number, raised: boolean): Episode | null {
  const moved = updatePhase(episode, at)
  if (!raised && !moved) return null
  if (episode.phase === 'settled') market.episode = null
  return snapshot(episode)
}

/** 1 + the median return of all pairs since the episode began, in dollars. */
function sinceStart(engine: Engine, pairs: readonly PairState[]): number {
  const { anchors, episode } = engine.market
  // An episode taken up from storage knows its figures, not each pair's: go on from there.
  if (anchors.size === 0) {
    for (const pair of pairs) anchors.set(pair.symbol, dollarPrice(engine, pair) / episode!.lastPrice)
  }
  const returns = Float64Array.from(
    pairs.filter((pair) => anchors.has(pair.symbol)),
    (pair) => Math.log(dollarPrice(engine, pair) / anchors.get(pair.symbol)!),
  )
  return Math.exp(median(returns, returns.length))
}

function dollarPrice(engine: Engine, pair: PairState): number {
  return pair.last * (engine.usd[pair.quote!] ?? 1)
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

/** USD per BTC, ETH … by the venue's own pairs against a dollar coin, the first listed of each. */
function refreshCrosses(engine: Engine): void {
  const seen = new Set<string>()
  for (const { base, quote, last } of engine.pairs.values()) {
    if (base === null || quote === null || last === 0 || !dollars.has(quote) || seen.has(base)) continue
    seen.add(base)
    engine.usd[base] = last
  }
}
