import { type DriftRange, type MarketDrift, zeroDrift } from '../pair/drift.ts'
import type { MarketData } from '../pair/market-data.ts'
import {
  dollarReturns,
  returnOver,
  returnOverMinutes,
  quoteReturns,
  quotesOf,
  representativePairs,
  type ReturnMeasure,
  spreadOf,
} from './market-returns.ts'
import type { PairState } from '../pair/pair-state.ts'
import { W300, W60, driftWidths } from '../settings.ts'

/** Measures the drift at `at` (ms) by the pairs that represent the market. */
export function measureDrift(
  data: MarketData,
  representatives: readonly PairState[],
  at: number,
): MarketDrift {
  const quotes = quotesOf(data)
  const ranges = (returnOf: ReturnMeasure) => driftRanges(data, representatives, quotes, returnOf, at)
  return {
    r60: ranges(returnOver(W60)),
    r300: ranges(returnOver(W300)),
    halfHour: ranges(returnOverMinutes(30)),
    hour: ranges(returnOverMinutes(60)),
  }
}

/** The market's own move over so many minutes, at most 60, as of when the market was last measured or since. */
export function spanDrift(data: MarketData, quote: string, minutes: number, at: number): DriftRange {
  const { drift } = data
  if (drift.hour.size === 0) return zeroDrift
  const spans = (drift.spans ??= new Map<number, ReadonlyMap<string, DriftRange>>())
  let ranges = spans.get(minutes)
  if (!ranges) {
    const pairs = representativePairs(data, at)
    ranges = driftRanges(data, pairs, quotesOf(data), returnOverMinutes(minutes), at)
    spans.set(minutes, ranges)
  }
  return ranges.get(quote) ?? zeroDrift
}

/**
 * The range of returns, per quote currency, that the market alone explains: from the dollar price of the median
 * coin, or from an unchanged dollar price while the quote itself moved. It is widened by how much coins differ
 * from each other, because in a crash the most volatile tenth of them moves much farther than the median.
 */
function driftRanges(
  data: MarketData,
  representatives: readonly PairState[],
  quotes: ReadonlySet<string>,
  returnOf: ReturnMeasure,
  at: number,
): Map<string, DriftRange> {
  const inDollars = quoteReturns(data, returnOf, at)
  const { middle, width } = spreadOf(dollarReturns(representatives, inDollars, returnOf, at))
  const ranges = new Map<string, DriftRange>()
  for (const quote of quotes) {
    const quoteReturn = inDollars.get(quote) ?? 0
    ranges.set(quote, {
      rise: Math.max(0, Math.max(0, middle) - quoteReturn) + driftWidths * width,
      fall: Math.min(0, Math.min(0, middle) - quoteReturn) - driftWidths * width,
    })
  }
  return ranges
}
