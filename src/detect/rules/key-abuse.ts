import { turnoverOfMinutes } from '../../stats/minutes.ts'
import {
  dollarReturns,
  quoteReturns,
  representativePairs,
  returnOverMinutes,
  spreadOf,
} from '../market/market-returns.ts'
import type { MarketData } from '../pair/market-data.ts'
import type { PairState } from '../pair/pair-state.ts'
import { usdOf } from '../pair/price/usd-of.ts'
import { sigmaOf, usualTurnover } from '../pair/usual/usual.ts'
import { keyAbuse } from '../thresholds.ts'

/** Many coins sold at market at the same time, and those that have drawn the venue's turnover meanwhile. */
export interface CoinsSold {
  readonly sold: number
  /** By turnover of the last half hour, largest first. */
  readonly drawn: readonly PairState[]
}

/**
 * The pattern of abused API keys: on one venue many coins are sold at market at the same time while one thin coin
 * surges and its share of the venue's turnover jumps. Hijacked accounts sell what they hold and buy that coin.
 *
 * @param rising pairs of which an episode runs or may run; without any the pattern cannot be
 * @param at market time, ms
 * @returns null where too few coins were sold
 */
export function detectKeyAbuse(data: MarketData, rising: readonly PairState[], at: number): CoinsSold | null {
  if (rising.length === 0) return null
  const coins = representativePairs(data, at)
  const sold = countSold(data, coins, at)
  if (sold < keyAbuse.minCoins || sold < keyAbuse.minShare * coins.length) return null
  const drawn = rising
    .filter((pair) => hasDrawnTurnover(data, coins, pair, at))
    .toSorted((a, b) => dollarTurnover(data, b, at) - dollarTurnover(data, a, at))
  return { sold, drawn }
}

/**
 * Coins that fell in half an hour by much more than they usually move and than the others,
 * on several times their turnover.
 */
function countSold(data: MarketData, coins: readonly PairState[], at: number): number {
  const halfHour = returnOverMinutes(30)
  const returns = dollarReturns(coins, quoteReturns(data, halfHour, at), halfHour, at)
  const { middle, width } = spreadOf(returns.slice())
  return coins.filter((pair, i) => {
    const usual = sigmaOf(pair) * Math.sqrt(30)
    const minFall = Math.max(keyAbuse.fall, keyAbuse.sigmas * usual, keyAbuse.widths * width)
    const times = turnoverOfMinutes(data.tables.bars, pair.row, at, 15) / (15 * usualTurnover(pair))
    return returns[i]! - middle <= -minFall && times >= keyAbuse.turnover
  }).length
}

/** Whether the coin's share of what the venue turned over in half an hour is a multiple of its usual share. */
function hasDrawnTurnover(
  data: MarketData,
  coins: readonly PairState[],
  pair: PairState,
  at: number,
): boolean {
  const sum = (of: (each: PairState) => number) => coins.reduce((total, each) => total + of(each), 0)
  const usually = (each: PairState) => usualTurnover(each) * dollarsPer(data, each)
  const share = dollarTurnover(data, pair, at) / sum((each) => dollarTurnover(data, each, at))
  return share >= keyAbuse.drawnShare && share >= (keyAbuse.drawnTimes * usually(pair)) / sum(usually)
}

function dollarTurnover(data: MarketData, pair: PairState, at: number): number {
  return turnoverOfMinutes(data.tables.bars, pair.row, at, 30) * dollarsPer(data, pair)
}

function dollarsPer(data: MarketData, { quote }: PairState): number {
  return usdOf(data, quote) ?? 1
}
