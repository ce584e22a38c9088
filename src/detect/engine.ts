import type { Episode } from '../market/episode.ts'
import type { Tick } from '../market/tick.ts'
import { boughtOf, markKeyAbuse } from './cases/mark-key-abuse.ts'
import { applyOfficialStatus } from './cases/official-effects.ts'
import type { OfficialStatus } from './cases/official-status.ts'
import { takeChangedEpisodes } from './cases/open-episodes.ts'
import { updatePhases } from './cases/update-phases.ts'
import type { Engine } from './engine-state.ts'
import { keepEvidence } from './episode/running-episode.ts'
import { onMeasured, onNewLevel, onStrayPrint } from './found.ts'
import { type GivenMarket, takeGivenMarket } from './market/given-market.ts'
import { returnOver } from './market/market-returns.ts'
import { judgeMarket } from './market/market-wide.ts'
import { measurePair } from './measure-pair.ts'
import { isUnconfirmedJump } from './pair/clock-jump.ts'
import { admitPair } from './pair/ensure-pair.ts'
import { noticeDataGap, noticeSpacing } from './pair/gap.ts'
import { observe } from './pair/observe.ts'
import type { PairState } from './pair/pair-state.ts'
import { noticeUnheard } from './pair/trade-feed.ts'
import {
  recordCoinsSold,
  recordMarketEpisodes,
  recordOfficialStatus,
  recordPhases,
} from './replay/record-events.ts'
import { detectKeyAbuse } from './rules/key-abuse.ts'
import { offPegPairs } from './pegs/detect-off-peg.ts'
import { updatePegs } from './pegs/update-pegs.ts'
import { gapSpreads } from './perpetual/gaps/gap-spread.ts'
import { perpetualMarketEvidence } from './perpetual/market-evidence.ts'
import type { PerpetualData } from './perpetual/perpetual-data.ts'
import { passesScreen } from './screen.ts'
import { marketEveryMs, minRushPairs, phasesEveryMs, W60 } from './settings.ts'
import { gate, keyAbuse } from './thresholds.ts'

// Where measuring, recording and episodes meet, together with take-trades and found: what the rooms measure comes
// back as facts, is recorded here, and changes episodes here.

const minuteReturn = returnOver(W60)
const nothing: readonly Episode[] = []

/**
 * Takes one frame of the all-ticker feed.
 *
 * @param at market time of the frame, ms UTC; frames older than the newest are ignored
 * @param source which feed it is, e.g. `stream` or `poll`
 * @returns the episodes that began or changed tier, phase or kind; usually none
 */
export function takeTicks(
  engine: Engine,
  ticks: readonly Tick[],
  at: number,
  source = 'stream',
): readonly Episode[] {
  if (at < engine.data.at || isUnconfirmedJump(engine.data, ticks, at)) {
    engine.ignored += ticks.length
    return []
  }
  const spacing = engine.data.at === 0 ? 0 : at - engine.data.at
  if (engine.given) engine.data.spacing = engine.given.spacing
  else if (ticks.length > 0) noticeSpacing(engine.data, at, spacing)
  // A move of the market goes on from what was known of it: nothing is measured across a data gap.
  if (noticeDataGap(engine.data, spacing, source)) {
    engine.cases.market.anchors.clear()
    engine.cases.market.lowSince = null
  }
  engine.data.at = at
  const changed = new Set<PairState>()
  const screened: PairState[] = []
  let rising = 0
  const others = { data: engine.data, frame: ticks }
  for (const tick of ticks) {
    const pair = admitPair(engine.data, tick.symbol)
    if (!pair || tick.at < pair.at) {
      engine.ignored++
      continue
    }
    noticeUnheard(pair, tick, engine.data.spacing)
    const isFirst = pair.at < engine.data.openedAt
    const seen = observe(pair, tick, spacing, isFirst, tick.at - engine.data.lost, others)
    if (seen === 'new-level') onNewLevel(engine, pair, tick.at)
    else if (seen && onStrayPrint(engine, pair, seen, tick.at)) changed.add(pair)
    if (pair.closing) changed.add(pair)
    if (!mayHaveEpisode(pair) && !pair.tape && !passesScreen(pair)) continue
    screened.push(pair)
    if (minuteReturn(pair, pair.at) > gate.r60) rising++
  }
  // The market first: what all of them did in this very frame is nobody's own doing.
  const market = marketEpisodes(engine, at, rising >= minRushPairs)
  for (const pair of offPegPairs(engine.data)) if (!screened.includes(pair)) screened.push(pair)
  for (const pair of screened)
    if (onMeasured(engine, pair, measurePair(engine.data, engine.scoring, pair, pair.at))) changed.add(pair)
  const own = changed.size === 0 ? nothing : takeChangedEpisodes(changed)
  const phases = phaseChanges(engine, at)
  // Of nearly all frames there is nothing to say.
  return market.length + phases.length === 0 ? own : [...market, ...own, ...phases]
}

/**
 * Until when frames without ticks change nothing but the market's clock, ms UTC: a replay of a recording may leave them
 * out, but for the last one before the next tick.
 */
export function quietUntil({ data, cases }: Engine): number {
  if (offPegPairs(data).length > 0) return data.at
  let until = Math.min(cases.phasesUpdatedAt + phasesEveryMs, cases.market.judgedAt + marketEveryMs)
  for (const { suspicion } of data.pairs.values())
    if (suspicion && suspicion.followUntil > data.at) until = Math.min(until, suspicion.followUntil)
  return until
}

/** Takes what the venue states officially. To be called often. Returns the episodes that changed. */
export function takeOfficialStatus(engine: Engine, status: OfficialStatus): readonly Episode[] {
  recordOfficialStatus(engine, status)
  return applyOfficialStatus(engine.data, engine.cases, status)
}

/** Whether an episode of the pair runs, here or, as the recorder knows, at another sensitivity. */
function mayHaveEpisode({ episode, recording }: PairState): boolean {
  return episode !== null || recording?.open === true
}

/** Judges the market as a whole when it is time, or earlier where many pairs move at once. */
function marketEpisodes(engine: Engine, at: number, isRush: boolean): readonly Episode[] {
  if (engine.given) return givenMarket(engine, engine.given, at)
  if (!isRush && at - engine.cases.market.judgedAt < marketEveryMs) return nothing
  updatePegs(engine.data, at)
  if (engine.perpetual) judgeContracts(engine, engine.perpetual, at)
  const changed = judgeMarket(engine.data, engine.cases.market, at)
  recordMarketEpisodes(engine, changed)
  if (engine.data.pairs.size < keyAbuse.minCoins) return changed
  const found = detectKeyAbuse(engine.data, [...engine.data.pairs.values()].filter(mayHaveEpisode), at)
  if (!found) return changed
  recordCoinsSold(engine, found, at)
  const bought = boughtOf(found.drawn)
  if (bought) engine.bought = { symbol: bought.symbol, sold: found.sold, at }
  return [...changed, ...markKeyAbuse(found.drawn, found.sold, at)]
}

/** All contracts together: how far they stand apart, and what they show of a market-wide move. */
function judgeContracts({ data, cases }: Engine, perpetual: PerpetualData, at: number): void {
  perpetual.spreads = gapSpreads(perpetual.tables, at)
  const { episode } = cases.market
  if (episode) keepEvidence(episode, perpetualMarketEvidence(data, perpetual, at))
}

/** What the market did, where the engine holds a few of its pairs: at the very place at which it would be judged. */
function givenMarket(engine: Engine, given: GivenMarket, at: number): readonly Episode[] {
  takeGivenMarket(engine.data, given)
  if (engine.perpetual && given.spreads) engine.perpetual.spreads = given.spreads
  if (!given.bought) return nothing
  const pair = engine.data.pairs.get(given.bought.symbol)
  return pair ? markKeyAbuse([pair], given.bought.sold, at) : nothing
}

/** Brings phases up to date once in a while. */
function phaseChanges(engine: Engine, at: number): readonly Episode[] {
  if (at - engine.cases.phasesUpdatedAt < phasesEveryMs) return nothing
  engine.cases.phasesUpdatedAt = at
  recordPhases(engine, at)
  return updatePhases(engine.data, at)
}
