import type { Tick } from '../../market/tick.ts'
import type { Engine } from '../engine-state.ts'
import { marketLeast } from '../market-settings.ts'
import { clockJump } from '../settings.ts'

/**
 * Whether a frame's time is not to be believed yet. One or two rows with a broken clock could carry the market's time
 * into the future, where every honest frame would be an old one. A leap of so few rows counts only when
 * the next frame agrees; many rows, or the only pairs there are, need no witness.
 *
 * @param at market time of the frame, ms UTC
 */
export function isClockJump(engine: Engine, ticks: readonly Tick[], at: number): boolean {
  const isSmall = ticks.length > 0 && ticks.length <= clockJump.rows && engine.pairs.size >= marketLeast
  const least = Math.max(clockJump.leastMs, clockJump.spacings * engine.spacing)
  if (engine.at === 0 || at - engine.at <= least || !isSmall) {
    engine.clockJumpAt = 0
    return false
  }
  const isWitnessed = engine.clockJumpAt > 0 && Math.abs(at - engine.clockJumpAt) <= least
  engine.clockJumpAt = isWitnessed ? 0 : at
  return !isWitnessed
}
