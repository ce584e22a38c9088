import { clearBars, pushBar } from '../../../stats/bars.ts'
import type { PairState } from '../pair-state.ts'

/**
 * Adopts a new price level (a redenomination, a venue's wrong decimals): what was known of prices is void. An
 * episode that runs has to be closed by the caller with its last price of before: measured against the new
 * level it would have risen, or fallen, by what nobody could have bought or sold.
 *
 * @param at market time, ms
 */
export function adoptPriceLevel(pair: PairState, price: number, at: number): void {
  const { tables, row } = pair
  pair.tape = null
  clearBars(tables.bars, row)
  pushBar(tables.bars, row, at, (tables.slowPrice[row] = Math.log(price)), 0, 0)
  pair.last = price
  pair.at = Math.max(pair.at, at)
}
