import { closeBefore } from '../stats/window.ts'
import type { PairState } from './pair/pair-state.ts'
import { mayHaveSlowMove } from './rules/detect-slow-moves.ts'
import { W300, W60 } from './settings.ts'
import { gate } from './thresholds.ts'

/**
 * Whether a pair is worth measuring after a tick: the question asked of every pair at
 * every tick, mostly answered no.
 */
export function passesScreen(pair: PairState): boolean {
  const price = pair.tables.bars.price[pair.row]!
  return mayBeRising(pair, price, pair.at) || mayHaveSlowMove(pair, price, pair.at)
}

/** The cheap part of the gate; `price` is the ln of it. */
export function mayBeRising({ tables: { bars }, row }: PairState, price: number, at: number): boolean {
  return (
    price - closeBefore(bars, row, at, W60) >= gate.r60 ||
    price - closeBefore(bars, row, at, W300) >= gate.r300
  )
}
