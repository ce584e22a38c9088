import type { Tick } from '../../market/tick.ts'
import type { Engine } from '../engine-state.ts'
import { marketLeast } from '../market-settings.ts'
import { leap } from '../settings.ts'

/**
 * Whether a frame's time is not to be believed yet. One or two rows with a broken clock could carry the market's time
 * into the future, where every honest frame would be an old one. A leap of so few rows counts only when
 * the next frame agrees; many rows, or the only pairs there are, need no witness.
 *
 * @param at market time of the frame, ms UTC
 */
export function isLeap(engine: Engine, ticks: readonly Tick[], at: number): boolean {
  const isSmall = ticks.length > 0 && ticks.length <= leap.rows && engine.pairs.size >= marketLeast
  const least = Math.max(leap.leastMs, leap.spacings * engine.spacing)
  if (engine.at === 0 || at - engine.at <= least || !isSmall) {
    engine.leapAt = 0
    return false
  }
  const isWitnessed = engine.leapAt > 0 && Math.abs(at - engine.leapAt) <= least
  engine.leapAt = isWitnessed ? 0 : at
  return !isWitnessed
}
