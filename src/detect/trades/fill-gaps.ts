import type { Trade } from '../../market/trade.ts'
import { emptyTakerOrder } from './open-order.ts'
import { insertByTime, isInTime } from './recent-trades.ts'
import { pushTrade, sumTrade, type Tape } from './tape.ts'
import { span } from './tape-fields.ts'
import { removeMatching } from './tape-gap.ts'

/** Twice what the tape keeps, ms: a trade's clock may be ahead of the market's by some seconds. */
const keptMs = 2000 * span

const withoutId = (trades: readonly Trade[]) => trades.filter(({ id }) => id === undefined)

/** The stream has restarted: trades since the newest one are unknown until a back-fill brings them. */
export function openGap(tape: Tape): void {
  tape.again = withoutId(tape.newest)
  // No trade has come since the last gap opened.
  if (tape.gaps.at(-1)?.before === Infinity) return
  tape.gaps.push({
    after: tape.at,
    before: Infinity,
    since: tape.since,
    edge: tape.newest.filter(({ at }) => at === tape.at),
  })
  tape.since = Infinity
}

/** Takes those trades of a back-fill that the stream did not bring. @param trades oldest first */
export function fillGaps(tape: Tape, trades: readonly Trade[]): void {
  const { gaps } = tape
  const order = emptyTakerOrder()
  const taken: Trade[] = []
  tape.gaps = []
  for (let i = firstKept(tape, trades); i < trades.length; i++) {
    const trade = trades[i]!
    const gap = gaps.find(({ after, before }) => trade.at >= after && trade.at <= before)
    if (!gap || removeMatching(gap.edge, trade)) continue
    // With no trade after the gap, those of the back-fill are the newest.
    if (gap.before === Infinity) pushTrade(tape, trade)
    else sumTrade(tape, trade, order)
    taken.push(trade)
  }
  const recent = taken.filter(({ at }) => isInTime(at, tape.at))
  for (const trade of recent) if (!tape.newest.includes(trade)) insertByTime(tape.newest, trade)
  // The stream may still bring these too.
  tape.again.push(...recent)
  tape.since = Math.min(tape.since, completeSince(tape, gaps, trades[0]))
  // Within a gap, as far as the back-fill reaches, nothing is missing any more.
  const end = Math.min(gaps.at(-1)?.before ?? 0, trades.at(-1)?.at ?? 0)
  tape.filledTo = Math.max(tape.filledTo, end)
}

/**
 * The first trade of which something may stay: a back-fill brings a thousand trades, often of hours, and the tape keeps
 * a minute of sums.
 */
function firstKept({ at }: Tape, trades: readonly Trade[]): number {
  const oldest = Math.max(at, trades.at(-1)?.at ?? 0) - keptMs
  let first = trades.length
  while (first > 0 && trades[first - 1]!.at >= oldest) first--
  return first
}

/** Since when the tape is complete, ms: a back-fill that begins before a gap has closed it. */
function completeSince(tape: Tape, gaps: Tape['gaps'], first: Trade | undefined): number {
  if (!first) return tape.since
  let since = first.at
  for (const gap of gaps.toReversed()) {
    if (gap.after === 0 || first.at > gap.after) break
    since = Math.min(since, gap.since)
  }
  return since
}
