import type { Trade } from '../../market/trade.ts'

/**
 * A stretch of which a tape heard nothing: before its stream began, or while the line was broken. The stream is whole
 * on either side, so a back-fill is asked for what lies between, and nothing is counted twice, whatever the ids and
 * however the venue merges fills there.
 */
export interface TapeGap {
  /** Time of the last trade before it, ms; 0 for none. */
  readonly after: number
  /** Time of the first trade after it, ms; Infinity while none was heard. */
  before: number
  /** Since when the tape was complete before the gap, ms. */
  readonly since: number
  /** What was heard at those two times: a line may break amid the fills of one millisecond. */
  readonly edge: Trade[]
}

/** Notes a trade that the stream brought after a gap. */
export function boundGap(gap: TapeGap, trade: Trade): void {
  if (gap.before === Infinity) gap.before = trade.at
  if (gap.before === trade.at) gap.edge.push(trade)
}

/** Whether two trades say the same, their ids apart. */
export function isAlike(a: Trade, b: Trade): boolean {
  return a.at === b.at && a.price === b.price && a.amount === b.amount && a.side === b.side
}

/** Ids decide where both are of one kind: KuCoin's REST path and its stream number trades differently. */
function isSame(a: Trade, b: Trade): boolean {
  if (a.id !== undefined && a.id.length === b.id?.length) return a.id === b.id
  return isAlike(a, b)
}

/** Takes one trade out of a list of trades heard of it by another way; false where it is not among them. */
export function removeMatching(list: Trade[], trade: Trade): boolean {
  const index = list.findIndex((other) => isSame(other, trade))
  if (index >= 0) list.splice(index, 1)
  return index >= 0
}
