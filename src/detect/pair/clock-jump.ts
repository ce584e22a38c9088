import type { Tick } from '../../market/tick.ts'
import type { MarketData } from './market-data.ts'
import { clockJump, minMarketCoins } from '../settings.ts'

/**
 * Whether the time of a frame needs confirmation. One or two rows with a wrong clock could set the market time
 * into the future, and every later frame with the right time would be ignored as old. A jump of so few rows is
 * accepted only when the next frame agrees; frames with many rows and venues with few pairs are accepted at once.
 *
 * @param at market time of the frame, ms UTC
 */
export function isUnconfirmedJump(data: MarketData, ticks: readonly Tick[], at: number): boolean {
  const isSmall = ticks.length > 0 && ticks.length <= clockJump.maxRows && data.pairs.size >= minMarketCoins
  const minJumpMs = Math.max(clockJump.minMs, clockJump.spacings * data.spacing)
  if (data.at === 0 || at - data.at <= minJumpMs || !isSmall) {
    data.clockJumpAt = 0
    return false
  }
  const isConfirmed = data.clockJumpAt > 0 && Math.abs(at - data.clockJumpAt) <= minJumpMs
  data.clockJumpAt = isConfirmed ? 0 : at
  return !isConfirmed
}
