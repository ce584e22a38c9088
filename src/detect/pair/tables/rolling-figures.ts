import type { Tick } from '../../../market/tick.ts'
import { growColumn, pickRows } from '../../../stats/column.ts'

/**
 * The newest rolling figures of a venue (turnover and count of the last hour or day), one row per pair, to
 * compute what was traded between two observations. Trades also *leave* such a window: they are estimated by the
 * usual turnover and count, so that a quiet second does not appear as a negative one.
 */
export interface Rollings {
  /** −1 while unknown, in every column: the first figures after a gap or a change of feed have no predecessor. */
  turnover: Float64Array
  count: Float64Array
  lastTrade: Float64Array
  since: Float64Array
  at: Float64Array
}

const columns = ['turnover', 'count', 'lastTrade', 'since', 'at'] as const

/** Figures without rows. */
export function emptyRollings(): Rollings {
  const column = () => new Float64Array(0)
  return { turnover: column(), count: column(), lastTrade: column(), since: column(), at: column() }
}

/** Grows the columns to so many rows. */
export function growRollings(rollings: Rollings, rows: number): void {
  for (const key of columns) rollings[key] = growColumn(rollings[key], rows, -1)
}

/** Keeps these rows alone, in this order. */
export function keepRollings(rollings: Rollings, rows: readonly number[]): void {
  for (const key of columns) rollings[key] = pickRows(rollings[key], rows)
}

/** Forgets the newest figures: those that follow are not comparable with them. */
export function forgetRollings(rollings: Rollings): void {
  rollings.at.fill(-1)
}

/** Whether the pair's feed carries a count of trades. */
export function isCounted({ count, lastTrade }: Rollings, row: number): boolean {
  return count[row]! >= 0 || lastTrade[row]! >= 0
}

/**
 * Whether a tick proves that the pair was traded since the figures before: by trade ids, count or turnover, which
 * only a trade increases, else by its price. Estimates prove nothing. To be asked before the tick is taken.
 */
export function showsTrade(rollings: Rollings, row: number, tick: Tick, lastPrice: number): boolean {
  if (rollings.at[row]! < 0) return false
  const grew = (before: number, now: number) => (before < 0 || now < 0 ? null : now > before)
  return (
    grew(rollings.lastTrade[row]!, tick.lastTrade ?? -1) ??
    grew(rollings.count[row]!, tick.count ?? -1) ??
    grew(rollings.turnover[row]!, turnoverOf(tick)) ??
    tick.last !== lastPrice
  )
}

/** The rolling turnover of a tick, quote; −1 where it carries none. */
function turnoverOf({ quoteVolume, baseVolume, last }: Tick): number {
  return quoteVolume ?? (baseVolume === undefined ? -1 : baseVolume * last)
}

/** Turnover (quote) and number of trades between two observations. */
export interface Traded {
  readonly turnover: number
  readonly count: number
}

const noTrades: Traded = { turnover: 0, count: 0 }

/**
 * Takes the rolling figures of a tick.
 *
 * @param usualTurnover usual turnover of the pair per minute, quote
 * @param usualCount usual number of trades per minute
 * @returns null while unknown
 */
export function tradedSince(
  rollings: Rollings,
  row: number,
  tick: Tick,
  usualTurnover: number,
  usualCount: number,
): Traded | null {
  const isKnown = rollings.at[row]! >= 0
  const expired = expiredMinutes(rollings, row, tick)
  const count = newTrades(rollings, row, tick, expired * usualCount)
  const before = rollings.turnover[row]!
  const turnover = turnoverOf(tick)
  rollings.turnover[row] = turnover
  rollings.count[row] = tick.count ?? -1
  rollings.lastTrade[row] = tick.lastTrade ?? -1
  rollings.since[row] = tick.since ?? -1
  rollings.at[row] = tick.at
  if (!isKnown) return null
  if (count === 0) return noTrades
  if (turnover < 0 || before < 0) return { turnover: 0, count: count ?? 0 }
  const added = Math.max(0, turnover - before + expired * usualTurnover)
  return { turnover: added, count: count ?? (added > 0 ? 1 : 0) }
}

/** Minutes that left the rolling window: by its opening time where ticks carry it, else by their spacing. */
function expiredMinutes(rollings: Rollings, row: number, { since = -1, at }: Tick): number {
  const before = rollings.since[row]!
  const ms = before >= 0 && since >= 0 ? since - before : at - rollings.at[row]!
  return Math.max(0, ms) / 60_000
}

/** Number of new trades: exact by trade ids, else by the difference of counts, else null. */
function newTrades(
  rollings: Rollings,
  row: number,
  { lastTrade = -1, count = -1 }: Tick,
  expiredTrades: number,
): number | null {
  const [lastBefore, countBefore] = [rollings.lastTrade[row]!, rollings.count[row]!]
  if (lastBefore >= 0 && lastTrade >= lastBefore) return lastTrade - lastBefore
  if (countBefore >= 0 && count >= 0) return Math.max(0, count - countBefore + expiredTrades)
  return null
}
