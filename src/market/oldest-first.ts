import type { Trade } from './trade.ts'

/** Whether the first of two trades is the newer one: by time, within one millisecond by id. */
function isNewestFirst(first: Trade, last: Trade): boolean {
  if (first.at !== last.at) return first.at > last.at
  if (first.id === undefined || last.id === undefined) return false
  // Most ids are decimal and may exceed 2^53: compare lengths, then digits.
  const longer = first.id.length - last.id.length
  return longer > 0 || (longer === 0 && first.id > last.id)
}

/** Sorts the trades of one frame or reply, oldest first: venues send either order. */
export function oldestFirst(trades: readonly Trade[]): readonly Trade[] {
  const [first, last] = [trades[0], trades.at(-1)]
  if (!first || !last || first === last) return trades
  const forwards = isNewestFirst(first, last) ? trades.toReversed() : [...trades]
  // The sort is stable: fills within one millisecond keep the venue's order.
  return forwards.sort((a, b) => a.at - b.at)
}
