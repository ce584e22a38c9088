import { type DriftRange, type MarketDrift, zeroDrift } from '../pair/price/drift.ts'
import type { MarketData } from '../pair/market-data.ts'
import {
  dollarReturns,
  returnOver,
  returnOverMinutes,
  quoteReturns,
  quotesOf,
  representativePairs,
  type ReturnMeasure,
  type Spread,
  spreadOf,
} from './market-returns.ts'
import type { PairState } from '../pair/pair-state.ts'
import { W300, W60, driftWidths } from '../settings.ts'

const minuteMs = 60_000
const hourMinutes = 60

/** Measures the drift at `at` (ms) by the pairs that represent the market. */
export function measureDrift(
  data: MarketData,
  representatives: readonly PairState[],
  at: number,
): MarketDrift {
  const hour = marketMove(data, representatives, returnOverMinutes(hourMinutes), at)
  const quotes = quotesOf(data)
  const ranges = (returnOf: ReturnMeasure, minutes: number) =>
    driftRanges(quotes, marketMove(data, representatives, returnOf, at), widthOver(hour, minutes))
  return {
    r60: ranges(returnOver(W60), 1),
    r300: ranges(returnOver(W300), 5),
    halfHour: ranges(returnOverMinutes(30), 30),
    hour: driftRanges(quotes, hour, 0),
    hourWidth: hour.width,
  }
}

/**
 * The market's own move since a time within the hour, as of when the market was last measured or since. What is
 * measured since then has to be held against this, not against a window of fixed length: in a market that turns,
 * the two differ by all that it had moved before.
 *
 * @param since the end of a minute, ms
 */
export function driftSince(data: MarketData, quote: string, since: number, at: number): DriftRange {
  const { drift } = data
  if (drift.hour.size === 0) return zeroDrift
  const spans = (drift.spans ??= new Map<number, ReadonlyMap<string, DriftRange>>())
  let ranges = spans.get(since)
  if (!ranges) {
    const minutes = Math.max(1, Math.min(hourMinutes, Math.ceil((at - since) / minuteMs)))
    const move = marketMove(data, representativePairs(data, at), returnOverMinutes(minutes), at)
    ranges = driftRanges(quotesOf(data), move, widthOver({ width: drift.hourWidth ?? 0 }, minutes))
    spans.set(since, ranges)
  }
  return ranges.get(quote) ?? zeroDrift
}

/** What the coins and the quote currencies did over one window, in dollars: log returns. */
interface MarketMove extends Spread {
  readonly quotes: ReadonlyMap<string, number>
}

function marketMove(
  data: MarketData,
  representatives: readonly PairState[],
  returnOf: ReturnMeasure,
  at: number,
): MarketMove {
  const quotes = quoteReturns(data, returnOf, at)
  return { quotes, ...spreadOf(dollarReturns(representatives, quotes, returnOf, at)) }
}

/** How far coins come apart over so many minutes, by how far they came apart in the hour: as random walks do. */
function widthOver({ width }: Pick<Spread, 'width'>, minutes: number): number {
  return width * Math.sqrt(minutes / hourMinutes)
}

/**
 * The range of returns, per quote currency, that the market alone explains: from the dollar price of the median
 * coin, or from an unchanged dollar price while the quote itself moved. It is widened by how much coins differ
 * from each other, because in a crash the most volatile tenth of them moves much farther than the median, and at
 * least by what the hour had them differ: after the crash it is not calm.
 */
function driftRanges(
  quoteNames: ReadonlySet<string>,
  { middle, width, quotes }: MarketMove,
  leastWidth: number,
): Map<string, DriftRange> {
  const widening = driftWidths * Math.max(width, leastWidth)
  const ranges = new Map<string, DriftRange>()
  for (const quote of quoteNames) {
    const quoteReturn = quotes.get(quote) ?? 0
    ranges.set(quote, {
      rise: Math.max(0, Math.max(0, middle) - quoteReturn) + widening,
      fall: Math.min(0, Math.min(0, middle) - quoteReturn) - widening,
    })
  }
  return ranges
}
