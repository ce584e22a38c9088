import { closeBefore } from '../stats/window.ts'
import { hasDrifted } from './rules/judge-hour.ts'
import { isNoted } from './replay/record-events.ts'
import type { PairState } from './pair/pair-state.ts'
import { gate, W300, W60 } from './settings.ts'

/**
 * Whether there is anything to judge after a tick: the question asked of every pair at every tick, in which nearly all
 * ways end.
 */
export function passesScreen(pair: PairState): boolean {
  if (isNoted(pair) || pair.tape) return true
  const price = pair.tables.bars.price[pair.row]!
  return hasRisen(pair, price, pair.at) || hasDrifted(pair, price, pair.at)
}

/** The cheap part of the gate; `price` is the ln of it. */
export function hasRisen({ tables: { bars }, row }: PairState, price: number, at: number): boolean {
  return (
    price - closeBefore(bars, row, at, W60) >= gate.r60 ||
    price - closeBefore(bars, row, at, W300) >= gate.r300
  )
}
