import type { Episode } from '../market/episode.ts'
import type { Tick } from '../market/tick.ts'
import type { Trade } from '../market/trade.ts'
import { applyMeasurement } from './cases/apply-measurement.ts'
import { markKeyAbuse } from './cases/mark-key-abuse.ts'
import { applyOfficialStatus } from './cases/official-effects.ts'
import type { OfficialStatus } from './cases/official-status.ts'
import { takeChangedEpisodes } from './cases/open-episodes.ts'
import { closeForNewLevel } from './cases/settle-episode.ts'
import { suspect } from './cases/suspect.ts'
import { takeStrayPrint } from './cases/take-stray-print.ts'
import { updatePhases } from './cases/update-phases.ts'
import type { Engine } from './engine-state.ts'
import { returnOver } from './market/market-returns.ts'
import { judgeMarket } from './market/market-wide.ts'
import { measurePair, measureTrades } from './measure-pair.ts'
import { believedTrades, isUnconfirmedJump } from './pair/clock-jump.ts'
import { ensurePair } from './pair/ensure-pair.ts'
import { noticeDataGap, noticeSpacing } from './pair/gap.ts'
import { observe, type StrayPrice } from './pair/observe.ts'
import { observeBackfill, observeTrades, openTradeGap } from './pair/observe-trades.ts'
import type { PairState, TradeFeedState } from './pair/pair-state.ts'
import {
  beginTradeFeed,
  hearBackfill,
  hearTrade,
  loseTradeFeed,
  noticeUnheard,
  tradeFeedOf,
} from './pair/trade-feed.ts'
import {
  recordCoinsSold,
  recordMarketEpisodes,
  recordMeasurement,
  recordOfficialStatus,
  recordPhases,
  recordPriceLevel,
  recordStrayPrint,
} from './replay/record-events.ts'
import { detectKeyAbuse } from './rules/key-abuse.ts'
import type { Measurement } from './score/measurement.ts'
import { passesScreen } from './screen.ts'
import { marketEveryMs, minRushPairs, W60 } from './settings.ts'
import { gate } from './thresholds.ts'

// The one place where measuring, recording and episodes meet: what the rooms measure comes back as facts, is
// recorded here, and changes episodes here.

const minuteReturn = returnOver(W60)

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
  if (ticks.length > 0) noticeSpacing(engine.data, at, spacing)
  // A move of the market goes on from what was known of it: nothing is measured across a data gap.
  if (noticeDataGap(engine.data, spacing, source)) {
    engine.cases.market.anchors.clear()
    engine.cases.market.lowSince = null
  }
  engine.data.at = at
  const changed = new Set<PairState>()
  const screened: PairState[] = []
  let rising = 0
  for (const tick of ticks) {
    const pair = ensurePair(engine.data, tick.symbol)
    if (tick.at < pair.at) {
      engine.ignored++
      continue
    }
    noticeUnheard(pair, tick, engine.data.spacing)
    const seen = observe(pair, tick, spacing, pair.at < engine.data.openedAt, tick.at - engine.data.lost)
    if (seen === 'new-level') onNewLevel(engine, pair, tick.at)
    else if (seen && onStrayPrint(engine, pair, seen, tick.at)) changed.add(pair)
    if (pair.closing) changed.add(pair)
    if (!mayHaveEpisode(pair) && !pair.tape && !passesScreen(pair)) continue
    screened.push(pair)
    if (minuteReturn(pair, pair.at) > gate.r60) rising++
  }
  // The market first: what all of them did in this very frame is nobody's own doing.
  const market = marketEpisodes(engine, at, rising >= minRushPairs)
  for (const pair of screened)
    if (onMeasured(engine, pair, measurePair(engine.data, engine.scoring, pair, pair.at))) changed.add(pair)
  return [...market, ...takeChangedEpisodes(changed), ...phaseChanges(engine, at)]
}

/**
 * Takes trades of a followed pair as they come.
 *
 * @param at market time, ms UTC
 * @returns the episodes that began or changed, as `takeTicks`
 */
export function takeTrades(
  engine: Engine,
  symbol: string,
  trades: readonly Trade[],
  at: number,
): readonly Episode[] {
  const pair = engine.data.pairs.get(symbol)
  if (!pair || trades.length === 0) return []
  let isChanged = false
  const waiting = pair.doubted?.length ?? 0
  const believed = believedTrades(engine.data, pair, trades, at)
  engine.ignored += waiting + trades.length - believed.length - (pair.doubted?.length ?? 0)
  for (const finding of observeTrades(pair, believed)) {
    if (finding.kind === 'left-out') engine.ignored += finding.trades
    else if (finding.kind === 'new-level') onNewLevel(engine, pair, finding.at)
    else if (onStrayPrint(engine, pair, finding.print, finding.at)) isChanged = true
  }
  const now = Math.max(at, pair.at, pair.tape?.at ?? 0)
  hearTrade(pair, now, engine.data)
  if (pair.at > 0 && onMeasured(engine, pair, measureTrades(engine.data, engine.scoring, pair, now)))
    isChanged = true
  return isChanged || pair.closing ? takeChangedEpisodes([pair]) : []
}

/** Takes the recent trades of a pair when its following begins, oldest first; the stream may already run. */
export function takeBackfill(
  engine: Engine,
  symbol: string,
  trades: readonly Trade[],
  at: number,
): readonly Episode[] {
  const pair = engine.data.pairs.get(symbol)
  if (!pair) return []
  // A back-fill is complete: nothing that comes later can confirm its newest trade.
  const tape = observeBackfill(pair, believedTrades(engine.data, { tape: pair.tape }, trades, at))
  const now = Math.max(at, pair.at, tape.at)
  hearBackfill(pair, now, trades.at(-1)?.at ?? 0, engine.data)
  if (pair.at === 0 || !onMeasured(engine, pair, measurePair(engine.data, engine.scoring, pair, now)))
    return []
  return takeChangedEpisodes([pair])
}

/** The stream of a pair's trades begins anew: those before are unknown until they are back-filled. */
export function missTrades(engine: Engine, symbol: string): void {
  const pair = engine.data.pairs.get(symbol)
  if (!pair) return
  openTradeGap(pair)
  beginTradeFeed(pair, Math.max(engine.data.at, pair.at))
}

/** The connection that carried the pair's trades is gone: until it begins anew, the ticker alone says something. */
export function loseTrades(engine: Engine, symbol: string): void {
  const pair = engine.data.pairs.get(symbol)
  if (pair) loseTradeFeed(pair)
}

/** Whether the pair's trades arrive. */
export function tradeFeedStateOf(engine: Engine, symbol: string): TradeFeedState {
  const pair = engine.data.pairs.get(symbol)
  return pair ? tradeFeedOf(pair) : 'absent'
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

function onMeasured(engine: Engine, pair: PairState, measurement: Measurement): boolean {
  suspect(pair, measurement)
  recordMeasurement(engine, pair, measurement)
  return applyMeasurement(engine, pair, measurement)
}

function onStrayPrint(engine: Engine, pair: PairState, print: StrayPrice, at: number): boolean {
  recordStrayPrint(engine, pair, print, at)
  return takeStrayPrint(engine.data, pair, print, at)
}

function onNewLevel(engine: Engine, pair: PairState, at: number): void {
  closeForNewLevel(pair, at)
  recordPriceLevel(engine, pair, at)
}

/** Judges the market as a whole when it is time, or earlier where many pairs move at once. */
function marketEpisodes(engine: Engine, at: number, isRush: boolean): readonly Episode[] {
  if (!isRush && at - engine.cases.market.judgedAt < marketEveryMs) return []
  const changed = judgeMarket(engine.data, engine.cases.market, at)
  recordMarketEpisodes(engine, changed)
  const found = detectKeyAbuse(engine.data, [...engine.data.pairs.values()].filter(mayHaveEpisode), at)
  if (!found) return changed
  recordCoinsSold(engine, found, at)
  return [...changed, ...markKeyAbuse(found.drawn, found.sold, at)]
}

/** Brings phases up to date once in a while. */
function phaseChanges(engine: Engine, at: number): readonly Episode[] {
  if (at - engine.cases.phasesUpdatedAt < marketEveryMs) return []
  engine.cases.phasesUpdatedAt = at
  recordPhases(engine, at)
  return updatePhases(engine.data, at)
}
