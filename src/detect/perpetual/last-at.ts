import type { PairState } from '../pair/pair-state.ts'
import { liveTape } from '../pair/trade-feed.ts'
import { gapAgeMs } from '../settings.ts'

/** A contract's last price, as far as it was traded just now and is believed; else 0. @param at market time, ms */
export function lastAt(pair: PairState, at: number): number {
  if (pair.stray) return 0
  const tape = liveTape(pair)
  const isTape = tape !== null && tape.at >= pair.at
  const tradedAt = isTape ? tape.at : pair.at
  return Math.abs(at - tradedAt) <= gapAgeMs.last ? (isTape ? tape.last : pair.last) : 0
}
