import { type Direction, type LargeMove, type Size, tradeMovesApartMs, tradeSizes } from './large-move.ts'
import { addToWindow, createWindowExtreme, extremeOf, type WindowExtreme } from './window-extreme.ts'

/** So many trades in a row must stand beyond the limit: one alone may be a stray print. */
const inARow = 3
/** With fewer trades in the window nobody could have traded on the move. */
const minTrades = 20

/** One size and direction, watched over the trades of a pair. */
interface SizeWatch {
  readonly direction: Direction
  readonly size: Size
  readonly extreme: WindowExtreme
  /** Index of the first trade of the window in `TradeMoves.times`. */
  first: number
  /** Trades in a row beyond the limit. */
  streak: number
  /** When the last move was complete. */
  last: number
}

/** Finds the large moves of one pair in its trades. */
export interface TradeMoves {
  readonly found: LargeMove[]
  readonly watches: readonly SizeWatch[]
  /** Times of the trades of the longest window, ms UTC. */
  readonly times: number[]
}

/** No move is complete before this time of the pair's first trade on: as for every verdict, baselines form first. */
const warmUpMs = 86_400_000

/** A watch that has seen nothing. */
export function createTradeMoves(): TradeMoves {
  const watchOf = (direction: Direction, size: Size): SizeWatch => ({
    direction,
    size,
    extreme: createWindowExtreme(direction === 'rise' ? 1 : -1, size.windowMs),
    first: 0,
    streak: 0,
    last: -Infinity,
  })
  return {
    found: [],
    watches: tradeSizes.flatMap((size) => [watchOf('rise', size), watchOf('fall', size)]),
    times: [],
  }
}

/**
 * Adds a trade; times (ms UTC) must not decrease.
 *
 * @param from start of the recording, ms UTC
 */
export function watchTrade(moves: TradeMoves, at: number, price: number, from: number): void {
  moves.times.push(at)
  for (const watch of moves.watches) {
    const move = addTrade(watch, moves.times, at, price)
    if (!move || at < from + warmUpMs || at - watch.last < tradeMovesApartMs) continue
    watch.last = at
    moves.found.push(move)
  }
  forgetOld(moves)
}

function addTrade(
  watch: SizeWatch,
  times: readonly number[],
  at: number,
  price: number,
): LargeMove | undefined {
  const { direction, size, extreme } = watch
  addToWindow(extreme, at, price)
  while (times[watch.first]! <= at - size.windowMs) watch.first++
  const from = extremeOf(extreme)!
  const change = price / from.value - 1
  watch.streak = Math.abs(change) >= size.change - 1e-9 ? watch.streak + 1 : 0
  if (watch.streak < inARow || times.length - watch.first < minTrades) return undefined
  return { direction, size, startAt: from.at, at, change }
}

/** What no window reaches any more is dropped now and then. */
function forgetOld({ watches, times }: TradeMoves): void {
  const unused = Math.min(...watches.map(({ first }) => first))
  if (unused < 4096) return
  times.splice(0, unused)
  for (const watch of watches) watch.first -= unused
}
