import type { Trade } from '../../market/trade.ts'
import { emptyTakerOrder } from './open-order.ts'
import { pushTrade, sumTrade, type Tape } from './tape.ts'
import { removeMatching } from './tape-gap.ts'

const withoutId = (trades: readonly Trade[]) => trades.filter(({ id }) => id === undefined)

/** The line begins anew: what was traded since the newest trade is not known until a back-fill tells. */
export function openGap(tape: Tape): void {
  tape.again = withoutId(tape.newest)
  // Nothing was heard since the last one opened.
  if (tape.gaps.at(-1)?.before === Infinity) return
  tape.gaps.push({ after: tape.at, before: Infinity, since: tape.since, edge: [...tape.newest] })
  tape.since = Infinity
}

/** Takes of a back-fill, oldest first, what the stream did not bring. */
export function fillGaps(tape: Tape, trades: readonly Trade[]): void {
  const { gaps } = tape
  const order = emptyTakerOrder()
  const taken: Trade[] = []
  tape.gaps = []
  for (const trade of trades) {
    const gap = gaps.find(({ after, before }) => trade.at >= after && trade.at <= before)
    if (!gap || removeMatching(gap.edge, trade)) continue
    // With no trade after the gap the back-fill's are the newest.
    if (gap.before === Infinity) pushTrade(tape, trade)
    else sumTrade(tape, trade, order)
    taken.push(trade)
  }
  const newest = taken.filter(({ at }) => at === tape.at)
  // The stream may still bring them.
  tape.newest.push(...newest.filter((trade) => !tape.newest.includes(trade)))
  tape.again = withoutId(newest)
  tape.since = Math.min(tape.since, sinceOf(tape, gaps, trades[0]))
}

/** Since when the tape is complete: a back-fill that reaches back beyond a gap has closed it. */
function sinceOf(tape: Tape, gaps: Tape['gaps'], first: Trade | undefined): number {
  if (!first) return tape.since
  let since = first.at
  for (const gap of gaps.toReversed()) {
    if (gap.after === 0 || first.at > gap.after) break
    since = Math.min(since, gap.since)
  }
  return since
}
