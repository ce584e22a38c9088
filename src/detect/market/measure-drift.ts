import type { Drift, Move } from './drift.ts'
import type { Engine } from '../engine-state.ts'
import {
  dollarReturns,
  over,
  overMinutes,
  quoteReturns,
  quotesOf,
  type ReturnOver,
  spreadOf,
} from './market-returns.ts'
import type { PairState } from '../pair/pair-state.ts'
import { driftWidths } from '../market-settings.ts'
import { W300, W60 } from '../settings.ts'

/** Measures the drift at `at` by the coins that speak for the market. */
export function measureDrift(engine: Engine, speakers: readonly PairState[], at: number): Drift {
  const quotes = quotesOf(engine)
  const moves = (returnOf: ReturnOver) => movesOf(engine, speakers, quotes, returnOf, at)
  return {
    r60: moves(over(W60)),
    r300: moves(over(W300)),
    halfHour: moves(overMinutes(30)),
    hour: moves(overMinutes(60)),
  }
}

/**
 * What a pair of a given quote would have done without any doing of its own: what the middle coin did, or what
 * a dollar at rest did because the quote moved, and as much more as coins now differ from each other: in a
 * storm the liveliest tenth moves much farther than the middle.
 */
function movesOf(
  engine: Engine,
  speakers: readonly PairState[],
  quotes: ReadonlySet<string>,
  returnOf: ReturnOver,
  at: number,
): Map<string, Move> {
  const inDollars = quoteReturns(engine, returnOf, at)
  const { middle, width } = spreadOf(dollarReturns(speakers, inDollars, returnOf, at))
  const moves = new Map<string, Move>()
  for (const quote of quotes) {
    const own = inDollars.get(quote) ?? 0
    moves.set(quote, {
      rise: Math.max(0, Math.max(0, middle) - own) + driftWidths * width,
      fall: Math.min(0, Math.min(0, middle) - own) - driftWidths * width,
    })
  }
  return moves
}
