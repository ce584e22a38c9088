import { median } from '../../stats/median.ts'
import { minuteClose } from '../../stats/minutes.ts'
import { closeBefore, type Window } from '../../stats/window.ts'
import type { Engine } from '../engine-state.ts'
import type { PairState } from '../pair/pair-state.ts'
import { marketWindowMs } from '../market-settings.ts'
import { dollars } from '../settings.ts'
import { usualCount, usualTurnover } from '../pair/usual.ts'

// A market is measured in dollars. In a fall of everything a pair against BTC hardly moves, and a dollar
// coin against BNB soars: neither says anything of the coin. A venue without dollar pairs is measured in
// what its pairs are quoted in.

/** How a pair's log return over some window that ends at `at` (ms) is asked for: in its own quote; 0 without history. */
export type ReturnOver = (pair: PairState, at: number) => number

/** The return over a window (settings.ts). */
export function over(window: Window): ReturnOver {
  return ({ tables: { bars }, row }, at) => bars.price[row]! - closeBefore(bars, row, at, window) || 0
}

/** The return over so many minutes, at most 60. */
export function overMinutes(minutes: number): ReturnOver {
  return ({ tables: { bars }, row }, at) => bars.price[row]! - minuteClose(bars, row, at, minutes) || 0
}

/**
 * The pairs that speak for the market at `at`, one for each coin: the one in which most is turned over,
 * named, traded now and then, heard lately.
 */
export function speakers(engine: Engine, at: number): PairState[] {
  const best = new Map<string, { pair: PairState; turnover: number }>()
  for (const pair of engine.pairs.values()) {
    const { base, quote } = pair
    if (base === null || quote === null || dollars.has(base) || pair.last === 0) continue
    if (usualCount(pair) <= 0.05 || at - pair.at >= 2 * marketWindowMs) continue
    const turnover = usualTurnover(pair) * (engine.usd[quote] ?? 1)
    const known = best.get(base)
    if (!known || turnover > known.turnover) best.set(base, { pair, turnover })
  }
  return [...best.values()].map(({ pair }) => pair)
}

/** The currencies that pairs are quoted in: a handful among thousands of coins. */
export function quotesOf({ pairs }: Engine): ReadonlySet<string> {
  const quotes = new Set<string>()
  let newest: string | null = null
  for (const { quote } of pairs.values()) {
    if (quote === newest || quote === null) continue
    quotes.add(quote)
    newest = quote
  }
  return quotes
}

/** Each quote currency's own pair against a dollar: the first listed, so that a thin second one does not overrule it. */
export function quotePairs(engine: Engine): Map<string, PairState> {
  const quotes = quotesOf(engine)
  const found = new Map<string, PairState>()
  for (const pair of engine.pairs.values()) {
    const { base, quote } = pair
    if (base === null || quote === null || pair.last === 0 || !quotes.has(base)) continue
    if (dollars.has(quote) && !found.has(base)) found.set(base, pair)
  }
  return found
}

/** Log return of each quote currency against the dollar; quotes without a dollar pair are left out. */
export function quoteReturns(engine: Engine, returnOf: ReturnOver, at: number): Map<string, number> {
  return new Map([...quotePairs(engine)].map(([quote, pair]) => [quote, returnOf(pair, at)]))
}

/** Log returns in dollars, one per pair. */
export function dollarReturns(
  pairs: readonly PairState[],
  quotes: ReadonlyMap<string, number>,
  returnOf: ReturnOver,
  at: number,
): Float64Array {
  return Float64Array.from(pairs, (pair) => returnOf(pair, at) + (quotes.get(pair.quote!) ?? 0))
}

/** The middle of the coins' dollar returns and how far they usually lie from it (1.48 × the median distance). */
export interface Spread {
  readonly middle: number
  readonly width: number
}

/** Middle and width of returns. Reorders them. Reference: median absolute deviation, Hampel 1974. */
export function spreadOf(returns: Float64Array): Spread {
  const middle = median(returns, returns.length)
  const distances = returns.map((r) => Math.abs(r - middle))
  return { middle, width: 1.4826 * median(distances, distances.length) }
}
