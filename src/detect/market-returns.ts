import { advanceBars, closeBefore } from '../stats/bars.ts'
import { median } from '../stats/median.ts'
import type { Engine } from './engine-state.ts'
import type { PairState } from './pair-state.ts'
import { dollars, marketWindowMs } from './settings.ts'

// A market is measured in dollars. In a fall of everything a pair against BTC hardly moves, and a dollar
// coin against BNB soars: neither says anything of the coin.

/** The pairs that speak for the market at `at`: named, traded now and then, heard lately. Their bars are brought up to `at`. */
export function speakers(engine: Engine, at: number): PairState[] {
  const pairs = [...engine.pairs.values()].filter(
    (pair) =>
      pair.base !== null &&
      !dollars.has(pair.base) &&
      pair.last > 0 &&
      pair.baseline.count.value > 0.05 &&
      at - pair.at < 2 * marketWindowMs,
  )
  for (const pair of pairs) advanceBars(pair.bars, at)
  return pairs
}

/** Log return of a pair over a window, in its own quote; 0 without history. */
export function returnOf(pair: PairState, window: number): number {
  const before = closeBefore(pair.bars, window)
  return before === null ? 0 : Math.log(pair.last / before)
}

/** Log return of each quote currency against the dollar over a window; quotes without a dollar pair are left out. */
export function quoteReturns(engine: Engine, window: number, at: number): Map<string, number> {
  const returns = new Map<string, number>()
  for (const pair of engine.pairs.values()) {
    if (pair.base === null || pair.quote === null || !dollars.has(pair.quote) || pair.last === 0) continue
    advanceBars(pair.bars, at)
    // The first dollar pair listed stands for the coin; a thin second one must not overrule it.
    if (!returns.has(pair.base)) returns.set(pair.base, returnOf(pair, window))
  }
  return returns
}

/** Log returns in dollars, one per pair. */
export function dollarReturns(
  pairs: readonly PairState[],
  quotes: ReadonlyMap<string, number>,
  window: number,
): Float64Array {
  return Float64Array.from(pairs, (pair) => returnOf(pair, window) + (quotes.get(pair.quote!) ?? 0))
}

/**
 * What a pair of a given quote would have done without any doing of its own, as far as that is a rise: what the
 * middle coin did, or what a dollar at rest did because the quote fell. Taken out of every single rise.
 */
export function driftOf(engine: Engine, pairs: readonly PairState[], window: number, at: number): Map<string, number> {
  const quotes = quoteReturns(engine, window, at)
  const returns = dollarReturns(pairs, quotes, window)
  const middle = Math.max(0, median(returns, returns.length))
  const drift = new Map<string, number>()
  for (const { quote } of pairs) drift.set(quote!, Math.max(0, middle - (quotes.get(quote!) ?? 0)))
  return drift
}
