import type { Episode } from '../market/episode.ts'
import type { Trade } from '../market/trade.ts'
import { takeChangedEpisodes } from './cases/open-episodes.ts'
import type { Engine } from './engine-state.ts'
import { onMeasured, onNewLevel, onStrayPrint } from './found.ts'
import { measurePair, measureTrades } from './measure-pair.ts'
import { believedTrades } from './pair/clock-jump.ts'
import { observeBackfill, observeTrades, openTradeGap } from './pair/observe-trades.ts'
import type { TradeFeedState } from './pair/pair-state.ts'
import { beginTradeFeed, hearBackfill, hearTrade, loseTradeFeed, tradeFeedOf } from './pair/trade-feed.ts'

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
  for (const finding of observeTrades(pair, believed, { data: engine.data, frame: [] })) {
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
