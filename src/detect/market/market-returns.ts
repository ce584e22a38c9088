import { median } from '../../stats/median.ts'
import { closeAgo } from '../../stats/minutes.ts'
import { closeBefore, type BarWindow } from '../../stats/window.ts'
import type { MarketData } from '../pair/market-data.ts'
import { isCoin, type PairState } from '../pair/pair-state.ts'
import { isOffPeg } from '../pair/price/peg.ts'
import { usdOf } from '../pair/price/usd-of.ts'
import { usualCount, usualTurnover } from '../pair/usual/usual.ts'
import { dollars } from '../../market/dollars.ts'
import { marketWindowMs } from '../settings.ts'

// A market is measured in dollars. When all coins fall, a pair against BTC hardly moves and a stablecoin against
// BNB soars: neither is a move of the coin itself. A venue without dollar pairs is measured in its own quotes.

/** Measures a pair's log return, in its own quote, over a window that ends at `at` (ms); 0 without history. */
export type ReturnMeasure = (pair: PairState, at: number) => number

/** Measures over a window of settings.ts. */
export function returnOver(window: BarWindow): ReturnMeasure {
  return ({ tables: { bars }, row }, at) => bars.price[row]! - closeBefore(bars, row, at, window) || 0
}

/** Measures over so many minutes, at most 60. */
export function returnOverMinutes(minutes: number): ReturnMeasure {
  return ({ tables: { bars }, row }, at) => bars.price[row]! - closeAgo(bars, row, at, minutes) || 0
}

/**
 * The pairs that represent the market at `at` (ms): of each coin the listed pair with the largest turnover, among
 * those that usually trade at least once in 20 minutes and have a recent tick. A dollar off its
 * peg measures a coin only where nothing else does.
 */
export function representativePairs(data: MarketData, at: number): PairState[] {
  const best = new Map<string, { pair: PairState; turnover: number }>()
  for (const pair of data.pairs.values()) {
    const { base, quote } = pair
    if (base === null || quote === null || dollars.has(base) || pair.last === 0 || !isCoin(pair)) continue
    if (usualCount(pair) <= 0.05 || at - pair.at >= 2 * marketWindowMs) continue
    const turnover = isOffPeg(data, quote) ? -1 : usualTurnover(pair) * (usdOf(data, quote) ?? 1)
    const bestSoFar = best.get(base)
    if (!bestSoFar || turnover > bestSoFar.turnover) best.set(base, { pair, turnover })
  }
  return [...best.values()].map(({ pair }) => pair)
}

/** The quote currencies of a venue: a handful. */
export function quotesOf({ pairs }: MarketData): ReadonlySet<string> {
  const quotes = new Set<string>()
  // Most pairs have the same quote as the previous one.
  let previous: string | null = null
  for (const { quote } of pairs.values()) {
    if (quote === previous || quote === null) continue
    quotes.add(quote)
    previous = quote
  }
  return quotes
}

/**
 * Each quote currency's pair against a dollar: the first listed, so a thin second one does not replace it. A dollar
 * off its peg stands back behind any other.
 */
export function quotePairs(data: MarketData): Map<string, PairState> {
  const quotes = quotesOf(data)
  const found = new Map<string, PairState>()
  for (const pair of data.pairs.values()) {
    const { base, quote } = pair
    if (base === null || quote === null || pair.last === 0 || !quotes.has(base)) continue
    if (!dollars.has(quote)) continue
    const known = found.get(base)
    if (!known || (isOffPeg(data, known.quote) && !isOffPeg(data, quote))) found.set(base, pair)
  }
  return found
}

/** Log return of each quote currency in dollars; quotes without a dollar pair are left out. */
export function quoteReturns(data: MarketData, returnOf: ReturnMeasure, at: number): Map<string, number> {
  return new Map([...quotePairs(data)].map(([quote, pair]) => [quote, returnOf(pair, at)]))
}

/** Log returns in dollars, one per pair. @param quotes log return of each quote currency in dollars */
export function dollarReturns(
  pairs: readonly PairState[],
  quotes: ReadonlyMap<string, number>,
  returnOf: ReturnMeasure,
  at: number,
): Float64Array {
  return Float64Array.from(pairs, (pair) => returnOf(pair, at) + (quotes.get(pair.quote!) ?? 0))
}

/** Median and width of returns: the width is 1.4826 × the median distance from the median. */
export interface Spread {
  readonly middle: number
  readonly width: number
}

/** Median and width of returns. Reorders them. Reference: median absolute deviation, Hampel 1974. */
export function spreadOf(returns: Float64Array): Spread {
  const middle = median(returns, returns.length)
  const distances = returns.map((r) => Math.abs(r - middle))
  return { middle, width: 1.4826 * median(distances, distances.length) }
}
