import type { Trade } from '../../market/trade.ts'
import { reorderMs } from '../settings.ts'

// The trades that a late one may belong among, oldest first: those of the newest `reorderMs`.

/** Adds a trade in its place by time, behind those of its millisecond. */
export function insertByTime(recent: Trade[], trade: Trade): void {
  let i = recent.length
  while (i > 0 && recent[i - 1]!.at > trade.at) i--
  recent.splice(i, 0, trade)
}

/** Removes the trades that are too old for a late one to belong among. @param at time of the newest trade, ms */
export function forgetOld(recent: Trade[], at: number): void {
  let old = 0
  while (old < recent.length && recent[old]!.at < at - reorderMs) old++
  if (old > 0) recent.splice(0, old)
}

/** Whether a trade at `at` (ms) may still enter the tape whose newest trade is at `newestAt`. */
export function isInTime(at: number, newestAt: number): boolean {
  return at >= newestAt - reorderMs
}
