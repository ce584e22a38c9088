import { clockJump } from '../settings.ts'
import type { Tape } from '../trades/tape.ts'
import type { MarketData } from './market-data.ts'

/**
 * Whether a trade is so far ahead of the market and of its tape that the next one must agree before either is
 * believed: a single wrong time would make every later trade of the pair look old.
 *
 * @param at time of the trade, ms UTC
 */
export function isDoubtful(data: Pick<MarketData, 'at' | 'spacing'>, tape: Tape, at: number): boolean {
  const known = Math.max(data.at, tape.at)
  const minJumpMs = Math.max(clockJump.minMs, clockJump.spacings * data.spacing)
  const isJump = known > 0 && at - known > minJumpMs
  const isConfirmed = tape.doubtedAt > 0 && Math.abs(at - tape.doubtedAt) <= minJumpMs
  tape.doubtedAt = isJump && !isConfirmed ? at : 0
  return isJump && !isConfirmed
}
