import type { Trade } from '../../market/trade.ts'

/**
 * A span of time without data in a tape: before its stream began, or while the stream was interrupted. The stream
 * is complete on both sides of it, so only what lies between is taken from a back-fill. Thus nothing is counted
 * twice, whatever ids the back-fill has and however the venue merges fills in it.
 */
export interface TapeGap {
  /** Time of the last trade before the gap, ms; 0 where there is none. */
  readonly after: number
  /** Time of the first trade after the gap, ms; Infinity before it has come. */
  before: number
  /** Since when the tape was complete before the gap, ms; Infinity where there was no trade. */
  readonly since: number
  /** Trades known at those two times: a stream may be interrupted between fills of one millisecond. */
  readonly edge: Trade[]
}

/** Sets the end of a gap by a trade that the stream brought after it. */
export function boundGap(gap: TapeGap, trade: Trade): void {
  if (gap.before === Infinity) gap.before = trade.at
  if (gap.before === trade.at) gap.edge.push(trade)
}

/** Whether two trades are equal except for their ids. */
export function isAlike(a: Trade, b: Trade): boolean {
  return a.at === b.at && a.price === b.price && a.amount === b.amount && a.side === b.side
}

/** Compares ids where both are of one length: KuCoin's REST interface and its stream number trades differently. */
function isSameTrade(a: Trade, b: Trade): boolean {
  if (a.id !== undefined && a.id.length === b.id?.length) return a.id === b.id
  return isAlike(a, b)
}

/** Removes from the list the copy of a trade that came by another way. Returns whether there was one. */
export function removeMatching(list: Trade[], trade: Trade): boolean {
  const index = list.findIndex((other) => isSameTrade(other, trade))
  if (index >= 0) list.splice(index, 1)
  return index >= 0
}
