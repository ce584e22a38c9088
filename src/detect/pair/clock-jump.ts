import type { Tick } from '../../market/tick.ts'
import type { MarketData } from './market-data.ts'
import { clockJump, minMarketCoins } from '../settings.ts'

/**
 * Whether a frame's time is not to be believed yet. One or two rows with a broken clock could carry the market's time
 * into the future, where every honest frame would be an old one. A leap of so few rows counts only when
 * the next frame agrees; many rows, or the only pairs there are, need no witness.
 *
 * @param at market time of the frame, ms UTC
 */
export function isUnconfirmedJump(data: MarketData, ticks: readonly Tick[], at: number): boolean {
  const isSmall = ticks.length > 0 && ticks.length <= clockJump.maxRows && data.pairs.size >= minMarketCoins
  const least = Math.max(clockJump.minMs, clockJump.spacings * data.spacing)
  if (data.at === 0 || at - data.at <= least || !isSmall) {
    data.clockJumpAt = 0
    return false
  }
  const isWitnessed = data.clockJumpAt > 0 && Math.abs(at - data.clockJumpAt) <= least
  data.clockJumpAt = isWitnessed ? 0 : at
  return !isWitnessed
}
