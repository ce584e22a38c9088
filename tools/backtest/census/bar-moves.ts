import { barMovesApartMs, barSize, type Direction, type LargeMove } from './large-move.ts'

/** From so many pairs on the market's own move is known. */
const minPairs = 20

/** The closes of one pair, oldest first, of the window before the present bar. */
interface Closes {
  readonly at: number[]
  readonly values: number[]
}

/** Finds the large moves of many pairs in their closes, less what the median pair did in the same time. */
export interface BarMoves {
  /** By symbol. */
  readonly found: Map<string, LargeMove[]>
  readonly closes: Map<string, Closes>
  /** When each pair's last move in a direction was complete, by direction and symbol. */
  readonly last: Map<string, number>
}

/** A watch that has seen nothing. */
export function createBarMoves(): BarMoves {
  return { found: new Map(), closes: new Map(), last: new Map() }
}

/**
 * Adds the closes of one frame.
 *
 * @param at when the bars closed, ms UTC; later than the frame before
 */
export function watchCloses(
  moves: BarMoves,
  at: number,
  frame: readonly { readonly symbol: string; readonly close: number }[],
): void {
  const since: SinceExtremes[] = []
  for (const { symbol, close } of frame) {
    const before = moves.closes.get(symbol)
    if (before && forgetBefore(before, at - barSize.windowMs))
      since.push(sinceExtremes(before, symbol, close))
  }
  for (const direction of ['rise', 'fall'] as const) {
    const market = since.length < minPairs ? 0 : median(since.map((each) => each[direction]))
    for (const each of since) {
      const excess = each[direction] - market
      if (!isLarge(direction, excess)) continue
      const startAt = direction === 'rise' ? each.lowestAt : each.highestAt
      addMove(moves, each.symbol, direction, startAt, at, excess)
    }
  }
  for (const { symbol, close } of frame) addClose(moves, symbol, close, at)
}

/** ln(close / lowest close before) and ln(close / highest close before), with the times of those. */
interface SinceExtremes {
  readonly symbol: string
  readonly rise: number
  readonly lowestAt: number
  readonly fall: number
  readonly highestAt: number
}

/** Forgets the closes before a time, ms. Returns whether any is left. */
function forgetBefore({ at, values }: Closes, from: number): boolean {
  while (at.length > 0 && at[0]! < from) {
    at.shift()
    values.shift()
  }
  return at.length > 0
}

function sinceExtremes({ at, values }: Closes, symbol: string, close: number): SinceExtremes {
  let [lowest, highest] = [0, 0]
  for (let i = 1; i < values.length; i++) {
    if (values[i]! < values[lowest]!) lowest = i
    if (values[i]! > values[highest]!) highest = i
  }
  return {
    symbol,
    rise: Math.log(close / values[lowest]!),
    lowestAt: at[lowest]!,
    fall: Math.log(close / values[highest]!),
    highestAt: at[highest]!,
  }
}

function isLarge(direction: Direction, excess: number): boolean {
  return direction === 'rise'
    ? excess >= Math.log(1 + barSize.change)
    : excess <= Math.log(1 - barSize.change)
}

function addMove(
  { found, last }: BarMoves,
  symbol: string,
  direction: Direction,
  startAt: number,
  at: number,
  excess: number,
): void {
  const key = `${direction} ${symbol}`
  if (at - (last.get(key) ?? -Infinity) < barMovesApartMs) return
  last.set(key, at)
  const move = { direction, size: barSize, startAt, at, change: Math.expm1(excess) }
  found.set(symbol, [...(found.get(symbol) ?? []), move])
}

function addClose({ closes }: BarMoves, symbol: string, close: number, at: number): void {
  const known = closes.get(symbol)
  if (!known) closes.set(symbol, { at: [at], values: [close] })
  else {
    known.at.push(at)
    known.values.push(close)
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
