import type { Trade } from './trade.ts'

/** Whether the first was published before the last, as far as times or, within one millisecond, ids tell. */
function isNewestFirst(first: Trade, last: Trade): boolean {
  if (first.at !== last.at) return first.at > last.at
  if (first.id === undefined || last.id === undefined) return false
  // Ids are decimal mostly and may exceed 2^53: by length, then by digits.
  const longer = first.id.length - last.id.length
  return longer > 0 || (longer === 0 && first.id > last.id)
}

/** Trades of one frame or reply in the order in which they happened: venues write them either way round. */
export function oldestFirst(trades: readonly Trade[]): readonly Trade[] {
  const [first, last] = [trades[0], trades.at(-1)]
  if (!first || !last || first === last) return trades
  const forwards = isNewestFirst(first, last) ? trades.toReversed() : [...trades]
  // The sort is stable: fills of one millisecond keep the venue's order.
  return forwards.sort((a, b) => a.at - b.at)
}
