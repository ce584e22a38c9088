import type { Tick } from '../market/tick.ts'

/**
 * Turns a venue's rolling figures (turnover and count of the last hour or day) into what was traded
 * since the observation before. Trades also *leave* such a window: what left is estimated by what is
 * usual, so that a quiet second is not read as a negative one.
 */
export interface Rolling {
  /** −1 until known: the first observation after a gap or a change of source says nothing. */
  turnover: number
  count: number
  lastTrade: number
  since: number
  at: number
}

export function unknownRolling(): Rolling {
  return { turnover: -1, count: -1, lastTrade: -1, since: -1, at: -1 }
}

/** What was traded between two observations; null while unknown. */
export interface Traded {
  turnover: number
  count: number
}

/**
 * @param usual turnover (quote) and trades per minute that are usual for the pair
 */
export function traded(
  rolling: Rolling,
  tick: Tick,
  usual: { turnover: number; count: number },
): Traded | null {
  const before = { ...rolling }
  rolling.turnover = tick.quoteVolume ?? (tick.baseVolume === undefined ? -1 : tick.baseVolume * tick.last)
  rolling.count = tick.count ?? -1
  rolling.lastTrade = tick.lastTrade ?? -1
  rolling.since = tick.since ?? -1
  rolling.at = tick.at
  if (before.at < 0) return null
  const left = minutesLeft(before, rolling)
  const count = newTrades(before, rolling, left * usual.count)
  if (count === 0) return { turnover: 0, count: 0 }
  if (rolling.turnover < 0 || before.turnover < 0) return { turnover: 0, count: count ?? 0 }
  const turnover = Math.max(0, rolling.turnover - before.turnover + left * usual.turnover)
  return { turnover, count: count ?? (turnover > 0 ? 1 : 0) }
}

/** Minutes of trades that left the window: by its opening time where the venue tells it, else by the clock. */
function minutesLeft(before: Rolling, now: Rolling): number {
  const ms = before.since >= 0 && now.since >= 0 ? now.since - before.since : now.at - before.at
  return Math.max(0, ms) / 60_000
}

/** Exact by trade ids, else by the count's difference, else null. */
function newTrades(before: Rolling, now: Rolling, left: number): number | null {
  if (before.lastTrade >= 0 && now.lastTrade >= before.lastTrade) return now.lastTrade - before.lastTrade
  if (before.count >= 0 && now.count >= 0) return Math.max(0, now.count - before.count + left)
  return null
}
