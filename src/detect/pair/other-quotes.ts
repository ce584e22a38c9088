import type { Tick } from '../../market/tick.ts'
import { closeBefore } from '../../stats/window.ts'
import { W60 } from '../settings.ts'
import { apartFromQuotes } from '../thresholds.ts'
import type { MarketData } from './market-data.ts'
import type { PairState } from './pair-state.ts'
import { sigmaOf, usualCount } from './usual.ts'

/** What a price is held against besides the pair itself: the same coin in other quotes, as the venue sends them. */
export interface OtherQuotes {
  readonly data: Pick<MarketData, 'pairs' | 'pegs'>
  /** The frame that is being taken: its later rows are not in `data` yet. */
  readonly frame: readonly Tick[]
}

/** A quote of the coin without a tick for this long (ms) says nothing of now. */
const maxAgeMs = 60_000

/**
 * Whether a price is far from where the coin stands in its other quotes: so far as this pair never goes by itself,
 * while a busier pair of the same coin did not move. To be asked only of a price far from the last one: it visits all
 * pairs of the venue.
 *
 * @param at market time, ms
 */
export function isApartFromOtherQuotes(
  pair: PairState,
  price: number,
  at: number,
  { data, frame }: OtherQuotes,
): boolean {
  const least = leastApart(pair)
  const move = Math.log(price / pair.last)
  if (Math.abs(move) < least) return false
  let isApart = false
  for (const other of data.pairs.values()) {
    if (other === pair || other.base === null || other.base !== pair.base) continue
    if (usualCount(other) < usualCount(pair)) continue
    const moved = moveOf(other, at, frame)
    if (moved === null) continue
    // One of them that went along is enough: the others have yet to follow.
    if (Math.abs(move - moved) < least) return false
    isApart = true
  }
  return isApart
}

/** From which distance (log) a price is far for this pair. */
export function leastApart(pair: PairState): number {
  return Math.max(apartFromQuotes.least, apartFromQuotes.sigmas * sigmaOf(pair))
}

/** Log return of a pair over the last minute, this frame included; null where it says nothing of now. */
function moveOf(other: PairState, at: number, frame: readonly Tick[]): number | null {
  const { bars } = other.tables
  const tick = frame.find(({ symbol }) => symbol === other.symbol)
  if (bars.step[other.row]! < 0 || (!tick && at - other.at > maxAgeMs)) return null
  const now = tick ? Math.log(tick.last) : bars.price[other.row]!
  return now - closeBefore(bars, other.row, Math.max(at, other.at), W60)
}
