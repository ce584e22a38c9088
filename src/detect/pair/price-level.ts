import { clearBars, pushBar } from '../../stats/bars.ts'
import type { PairState } from './pair-state.ts'
import { giveWay } from '../episode/phase.ts'

/**
 * Takes a new level of prices for the pair's own (a redenomination, a venue's wrong decimals): what was known of
 * prices is void. An episode that runs ends with its last price of before: measured against the new level it
 * would have risen, or fallen, by what nobody could have bought or sold.
 */
export function believeLevel(pair: PairState, price: number, at: number): void {
  const { tables, row } = pair
  leaveLevel(pair, at)
  pair.leveledAt = at
  pair.tape = null
  clearBars(tables.bars, row)
  pushBar(tables.bars, row, at, (tables.slowPrice[row] = Math.log(price)), 0, 0)
  pair.last = price
  pair.at = Math.max(pair.at, at)
}

/** What a new level means for the pair's card. */
export function leaveLevel(pair: PairState, at: number): void {
  if (pair.episode) giveWay(pair, pair.episode, at)
  // What shows itself later is not the same event going on: its prices are others.
  pair.past = null
}
