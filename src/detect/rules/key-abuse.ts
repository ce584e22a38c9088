import type { Episode } from '../../market/episode.ts'
import type { Evidence } from '../../market/evidence.ts'
import { tierRank } from '../../market/tier.ts'
import { turnoverOfMinutes } from '../../stats/minutes.ts'
import type { Engine } from '../engine-state.ts'
import { dollarReturns, overMinutes, quoteReturns, speakers, spreadOf } from '../market/market-returns.ts'
import { isNoted, recordCoinsSold } from '../replay/record-events.ts'
import type { PairState } from '../pair/pair-state.ts'
import { keepEvidence, raiseTier, type Running, snapshot } from '../episode/running-episode.ts'
import { keyAbuse } from '../rule-settings.ts'
import { sigmaOf, usualTurnover } from '../pair/usual.ts'

/**
 * The pattern of abused API keys: on one venue many coins are sold at market at the same time while one thin
 * coin surges and its share of the venue's turnover jumps. Hijacked accounts sell what they hold and buy that
 * coin. Danger by definition; told on the surging coin's episode. The selling alone is never told: it needs both.
 *
 * @returns the episode where the pattern was found anew or grew
 */
export function judgeKeyAbuse(engine: Engine, at: number): readonly Episode[] {
  const rising = [...engine.pairs.values()].filter(isNoted)
  if (rising.length === 0) return []
  const coins = speakers(engine, at)
  const sold = soldCoins(engine, coins, at)
  if (sold < keyAbuse.leastCoins || sold < keyAbuse.leastShare * coins.length) return []
  const drawn = rising
    .filter((pair) => hasDrawnTurnover(engine, coins, pair, at))
    .toSorted((a, b) => dollarTurnover(engine, b, at) - dollarTurnover(engine, a, at))
  recordCoinsSold(engine, sold, drawn, at)
  return markBought(drawn, sold, at)
}

/** Marks the largest that surges of the coins that have drawn turnover while so many were sold. */
export function markBought(drawn: readonly PairState[], sold: number, at: number): readonly Episode[] {
  const bought = drawn.find(({ episode }) => episode !== null && isSurge(episode))
  return bought?.episode ? mark(bought.episode, sold, at) : []
}

function isSurge(episode: Running): boolean {
  return (
    episode.direction === 1 && episode.phase !== 'settled' && tierRank(episode.tier) >= tierRank('warning')
  )
}

/** Coins that fell in half an hour by much more than they usually move and than the others, on several times their turnover. */
function soldCoins(engine: Engine, coins: readonly PairState[], at: number): number {
  const halfHour = overMinutes(30)
  const returns = dollarReturns(coins, quoteReturns(engine, halfHour, at), halfHour, at)
  const { middle, width } = spreadOf(returns.slice())
  return coins.filter((pair, i) => {
    const usual = sigmaOf(pair) * Math.sqrt(30)
    const least = Math.max(keyAbuse.fall, keyAbuse.sigmas * usual, keyAbuse.widths * width)
    const times = turnoverOfMinutes(engine.tables.bars, pair.row, at, 15) / (15 * usualTurnover(pair))
    return returns[i]! - middle <= -least && times >= keyAbuse.turnover
  }).length
}

/** Whether the coin's share of what the venue turned over in half an hour is a multiple of its usual share. */
function hasDrawnTurnover(engine: Engine, coins: readonly PairState[], pair: PairState, at: number): boolean {
  const sum = (of: (each: PairState) => number) => coins.reduce((total, each) => total + of(each), 0)
  const usually = (each: PairState) => usualTurnover(each) * dollarsPer(engine, each)
  const share = dollarTurnover(engine, pair, at) / sum((each) => dollarTurnover(engine, each, at))
  return share >= keyAbuse.drawnShare && share >= (keyAbuse.drawnTimes * usually(pair)) / sum(usually)
}

function dollarTurnover(engine: Engine, pair: PairState, at: number): number {
  return turnoverOfMinutes(engine.tables.bars, pair.row, at, 30) * dollarsPer(engine, pair)
}

function dollarsPer(engine: Engine, { quote }: PairState): number {
  return engine.usd[quote ?? ''] ?? 1
}

function mark(episode: Running, sold: number, at: number): readonly Episode[] {
  const evidence: Evidence = { sign: 'sold-coins', value: sold, unit: 'pairs', windowMs: 1_800_000, at }
  keepEvidence(episode, [evidence])
  episode.signalAt = at
  const isNew = !episode.also.includes('key-abuse')
  if (isNew) {
    episode.also.push('key-abuse')
    episode.changedAt = at
  }
  return raiseTier(episode, 'danger', at) || isNew ? [snapshot(episode)] : []
}
