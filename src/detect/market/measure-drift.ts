import type { MarketDrift, DriftRange } from '../pair/drift.ts'
import type { MarketData } from '../pair/market-data.ts'
import {
  dollarReturns,
  returnOver,
  returnOverMinutes,
  quoteReturns,
  quotesOf,
  type ReturnMeasure,
  spreadOf,
} from './market-returns.ts'
import type { PairState } from '../pair/pair-state.ts'
import { W300, W60, driftWidths } from '../settings.ts'

/** Measures the drift at `at` by the coins that speak for the market. */
export function measureDrift(data: MarketData, speakers: readonly PairState[], at: number): MarketDrift {
  const quotes = quotesOf(data)
  const moves = (returnOf: ReturnMeasure) => movesOf(data, speakers, quotes, returnOf, at)
  return {
    r60: moves(returnOver(W60)),
    r300: moves(returnOver(W300)),
    halfHour: moves(returnOverMinutes(30)),
    hour: moves(returnOverMinutes(60)),
  }
}

/**
 * What a pair of a given quote would have done without any doing of its own: what the middle coin did, or what
 * a dollar at rest did because the quote moved, and as much more as coins now differ from each other: in a
 * storm the liveliest tenth moves much farther than the middle.
 */
function movesOf(
  data: MarketData,
  speakers: readonly PairState[],
  quotes: ReadonlySet<string>,
  returnOf: ReturnMeasure,
  at: number,
): Map<string, DriftRange> {
  const inDollars = quoteReturns(data, returnOf, at)
  const { middle, width } = spreadOf(dollarReturns(speakers, inDollars, returnOf, at))
  const moves = new Map<string, DriftRange>()
  for (const quote of quotes) {
    const own = inDollars.get(quote) ?? 0
    moves.set(quote, {
      rise: Math.max(0, Math.max(0, middle) - own) + driftWidths * width,
      fall: Math.min(0, Math.min(0, middle) - own) - driftWidths * width,
    })
  }
  return moves
}
