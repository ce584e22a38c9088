import type { Tick } from '../../market/tick.ts'
import type { Trade } from '../../market/trade.ts'
import type { MarketData } from './market-data.ts'
import type { PairState } from './pair-state.ts'
import { clockJump, minMarketCoins } from '../settings.ts'

/** How far (ms) the market may move ahead before that needs confirmation. */
const minJumpMs = ({ spacing }: Pick<MarketData, 'spacing'>) =>
  Math.max(clockJump.minMs, clockJump.spacings * spacing)

/**
 * Whether the time of a frame needs confirmation. One or two rows with a wrong clock could set the market time
 * into the future, and every later frame with the right time would be ignored as old. A jump of so few rows is
 * accepted only when the next frame agrees; frames with many rows and venues with few pairs are accepted at once.
 *
 * @param at market time of the frame, ms UTC
 */
export function isUnconfirmedJump(data: MarketData, ticks: readonly Tick[], at: number): boolean {
  const isSmall = ticks.length > 0 && ticks.length <= clockJump.maxRows && data.pairs.size >= minMarketCoins
  const minMs = minJumpMs(data)
  if (data.at === 0 || at - data.at <= minMs || !isSmall) {
    data.clockJumpAt = 0
    return false
  }
  const isConfirmed = data.clockJumpAt > 0 && Math.abs(at - data.clockJumpAt) <= minMs
  data.clockJumpAt = isConfirmed ? 0 : at
  return !isConfirmed
}

/**
 * The trades of a pair whose times can be believed, oldest first. One with a wrong clock would set the tape into the
 * future, where every later trade looks old. What is far ahead of ticker and tape waits until a trade of a later
 * time agrees; the fills of one order share theirs. What is contradicted is dropped.
 *
 * @param at market time, ms UTC
 */
export function believedTrades(
  data: Pick<MarketData, 'spacing'>,
  pair: Pick<PairState, 'tape' | 'doubted'>,
  trades: readonly Trade[],
  at: number,
): readonly Trade[] {
  const maxAheadMs = minJumpMs(data)
  let known = Math.max(at, pair.tape?.at ?? 0)
  if (at === 0 || (!pair.doubted && newestAt(trades) <= known + maxAheadMs)) return trades
  const isAhead = (trade: Trade) => trade.at > known + maxAheadMs
  const believed: Trade[] = []
  let doubted: readonly Trade[] = []
  for (const trade of [...(pair.doubted ?? []), ...trades]) {
    const first = doubted[0]
    if (isAhead(trade) && (!first || trade.at <= first.at)) {
      doubted = first?.at === trade.at ? [...doubted, trade] : [trade]
      continue
    }
    // A later one agrees; an earlier one, near the market, contradicts.
    if (first && trade.at > first.at) believed.push(...doubted)
    doubted = []
    known = Math.max(known, trade.at)
    believed.push(trade)
  }
  if (doubted.length > 0) pair.doubted = doubted
  else delete pair.doubted
  return believed
}

function newestAt(trades: readonly Trade[]): number {
  let newest = 0
  for (const { at } of trades) if (at > newest) newest = at
  return newest
}
