import type { Episode } from '../market/episode.ts'
import type { Trade } from '../market/trade.ts'
import type { Engine } from './engine-state.ts'
import { fillGaps, openGap } from './trades/fill-gaps.ts'
import { judgePair, judgeTrades } from './judge-pair.ts'
import { believeLevel } from './pair/price-level.ts'
import { recordPriceLevel } from './replay/record-events.ts'
import { episodesOf } from './episode/open-episodes.ts'
import { strayFactor } from './settings.ts'
import { isFar, judgePrice, noQuotes, references } from './signs/stray-print.ts'
import { heardStray } from './episode/take-stray-print.ts'
import { emptyTape, pushTrades } from './trades/tape.ts'

/**
 * Takes trades of a followed pair as they come, oldest first.
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
  const pair = engine.pairs.get(symbol)
  if (!pair || trades.length === 0) return []
  let isChanged = false
  let near: Trade[] = []
  for (const trade of trades) {
    const kind = judgePrice(pair, trade.price, trade.at, 0, noQuotes)
    if (kind === 'level') {
      believeLevel(pair, trade.price, trade.at)
      recordPriceLevel(engine, pair, trade.at)
      near = []
    }
    if (kind !== 'stray') near.push(trade)
    else if (heardStray(engine, pair, { price: trade.price, reference: pair.last }, trade.at))
      isChanged = true
  }
  pair.tape ??= emptyTape()
  pushTrades(pair.tape, near)
  const now = Math.max(at, pair.at, pair.tape.at)
  if (pair.at > 0 && judgeTrades(engine, pair, now)) isChanged = true
  return isChanged || pair.ended ? episodesOf([pair]) : []
}

/** Takes the recent trades of a pair when its following begins, oldest first; the stream may already run. */
export function takeBackfill(
  engine: Engine,
  symbol: string,
  trades: readonly Trade[],
  at: number,
): readonly Episode[] {
  const pair = engine.pairs.get(symbol)
  if (!pair) return []
  pair.tape ??= emptyTape()
  // A stray print of the past is no price to go on from, and no news either.
  const known = references(pair, noQuotes)
  fillGaps(
    pair.tape,
    trades.filter((trade) => !isFar(trade.price, known, strayFactor)),
  )
  const now = Math.max(at, pair.at, pair.tape.at)
  return pair.at > 0 && judgePair(engine, pair, now) ? episodesOf([pair]) : []
}

/** The line of a pair's trades begins anew: what came before it is unknown until it is back-filled. */
export function missTrades(engine: Engine, symbol: string): void {
  const tape = engine.pairs.get(symbol)?.tape
  if (tape) openGap(tape)
}
