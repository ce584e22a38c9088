import type { Tick } from '../../../market/tick.ts'
import { apartFromQuotes } from '../../thresholds.ts'
import type { MarketData } from '../market-data.ts'
import type { PairState } from '../pair-state.ts'
import { usdOf } from './usd-of.ts'
import { sigmaOf, usualCount } from '../usual/usual.ts'

/** What a price is held against besides the pair itself: the same coin in other quotes, as the venue sends them. */
export interface OtherQuotes {
  readonly data: Pick<MarketData, 'pairs' | 'usd'>
  /** The frame that is being taken: its later rows are not in `data` yet. */
  readonly frame: readonly Tick[]
}

/** A quote of the coin without a tick for this long (ms) says nothing of now. */
const maxAgeMs = 60_000

/**
 * Whether a price is far from where the coin stands in its busier quotes, in dollars, and the pair was near them
 * before. To be asked only of a price far from the last one: it visits all pairs of the venue.
 *
 * @param at market time, ms
 */
export function isApartFromOtherQuotes(
  pair: PairState,
  price: number,
  at: number,
  { data, frame }: OtherQuotes,
): boolean {
  const usd = usdOf(data, pair.quote)
  if (usd === undefined) return false
  const least = leastApart(pair)
  let isApart = false
  for (const other of data.pairs.values()) {
    if (other === pair || other.base === null || other.base !== pair.base) continue
    if (usualCount(other) < usualCount(pair)) continue
    const elsewhere = dollarPrice(data, other, at, frame)
    if (elsewhere === null) continue
    // A pair that has not traded for long, or whose quote is not valued yet, stood elsewhere before too.
    if (Math.abs(Math.log((pair.last * usd) / elsewhere)) >= least / 2) continue
    if (Math.abs(Math.log((price * usd) / elsewhere)) < least) return false
    isApart = true
  }
  return isApart
}

/** From which distance (log) a price is far for this pair. */
export function leastApart(pair: PairState): number {
  return Math.max(apartFromQuotes.least, apartFromQuotes.sigmas * sigmaOf(pair))
}

/** The price of a pair in dollars, this frame included; null where it says nothing of now. */
function dollarPrice(
  data: OtherQuotes['data'],
  { symbol, quote, last, at: seenAt }: PairState,
  at: number,
  frame: readonly Tick[],
): number | null {
  const usd = usdOf(data, quote)
  const tick = frame.find((each) => each.symbol === symbol)
  const price = tick?.last ?? (at - seenAt <= maxAgeMs ? last : 0)
  return usd !== undefined && price > 0 ? price * usd : null
}
