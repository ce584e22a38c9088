import type { Tick } from '../../market/tick.ts'
import { growColumn } from '../../stats/column.ts'

/**
 * Turns a venue's rolling figures (turnover and count of the last hour or day) into what was traded
 * since the observation before, a row per pair. Trades also *leave* such a window: what left is estimated by what is
 * usual, so that a quiet second is not read as a negative one.
 */
export interface Rollings {
  /** −1 until known: the first observation after a gap or a change of source says nothing. */
  turnover: Float64Array
  count: Float64Array
  lastTrade: Float64Array
  since: Float64Array
  at: Float64Array
}

const columns = ['turnover', 'count', 'lastTrade', 'since', 'at'] as const

/** Figures of no rows yet. */
export function emptyRollings(): Rollings {
  const column = () => new Float64Array(0)
  return { turnover: column(), count: column(), lastTrade: column(), since: column(), at: column() }
}

/** Makes room for so many rows. */
export function growRollings(rollings: Rollings, rows: number): void {
  for (const key of columns) rollings[key] = growColumn(rollings[key], rows, -1)
}

/** Forgets what the venue told last: other figures follow. */
export function forgetRollings(rollings: Rollings): void {
  rollings.at.fill(-1)
}

/** Whether the venue's feed counts trades. */
export function isCounted({ count, lastTrade }: Rollings, row: number): boolean {
  return count[row]! >= 0 || lastTrade[row]! >= 0
}

/** What was traded between two observations. */
export interface Traded {
  readonly turnover: number
  readonly count: number
}

const nothing: Traded = { turnover: 0, count: 0 }

/**
 * Takes what the venue tells now.
 *
 * @param usual turnover (quote) and trades per minute that are usual for the pair
 * @returns null while unknown
 */
export function traded(
  rollings: Rollings,
  row: number,
  tick: Tick,
  usualTurnover: number,
  usualCount: number,
): Traded | null {
  const isKnown = rollings.at[row]! >= 0
  const left = minutesLeft(rollings, row, tick)
  const count = newTrades(rollings, row, tick, left * usualCount)
  const before = rollings.turnover[row]!
  const turnover = tick.quoteVolume ?? (tick.baseVolume === undefined ? -1 : tick.baseVolume * tick.last)
  rollings.turnover[row] = turnover
  rollings.count[row] = tick.count ?? -1
  rollings.lastTrade[row] = tick.lastTrade ?? -1
  rollings.since[row] = tick.since ?? -1
  rollings.at[row] = tick.at
  if (!isKnown) return null
  if (count === 0) return nothing
  if (turnover < 0 || before < 0) return { turnover: 0, count: count ?? 0 }
  const grew = Math.max(0, turnover - before + left * usualTurnover)
  return { turnover: grew, count: count ?? (grew > 0 ? 1 : 0) }
}

/** Minutes of trades that left the window: by its opening time where the venue tells it, else by the clock. */
function minutesLeft(rollings: Rollings, row: number, { since = -1, at }: Tick): number {
  const before = rollings.since[row]!
  const ms = before >= 0 && since >= 0 ? since - before : at - rollings.at[row]!
  return Math.max(0, ms) / 60_000
}

/** Exact by trade ids, else by the count's difference, else null. */
function newTrades(
  rollings: Rollings,
  row: number,
  { lastTrade = -1, count = -1 }: Tick,
  left: number,
): number | null {
  const [lastBefore, countBefore] = [rollings.lastTrade[row]!, rollings.count[row]!]
  if (lastBefore >= 0 && lastTrade >= lastBefore) return lastTrade - lastBefore
  if (countBefore >= 0 && count >= 0) return Math.max(0, count - countBefore + left)
  return null
}
