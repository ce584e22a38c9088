import type { ElsewherePrice } from '../../market/elsewhere-price.ts'
import type { Evidence } from '../../market/evidence.ts'
import type { Pair } from '../../market/pair.ts'
import type { Across, Coin, Place } from './cross-venue-state.ts'
import { kinOf } from './identity/same-coin.ts'
import { priceAt } from './identity/marks.ts'
import type { Outside } from './context.ts'
import type { PairQuote } from './prices/pair-quote.ts'

/**
 * What the other venues show of a coin: one pair each, that of the same quote where there is one. Those known to be the
 * same coin first, nearest price first; others of the same ticker after them, without a gap.
 */
export function elsewhereOf(
  across: Across,
  { venue, base, quote }: Pair,
  outside: Outside,
): ElsewherePrice[] {
  const coin = across.coins.get(base)
  const here = coin?.places.find((place) => place.venue === venue)
  if (!coin || !here) return []
  const own = here.pairs.find((pair) => pair.quote === quote)
  const found = coin.places.flatMap((place) => {
    const pair = place === here ? null : shown(place, quote)
    if (!pair) return []
    const comparable = place.kin === here.kin && own !== undefined && own.value > 0 && pair.value > 0
    return {
      pair: { venue: place.venue, base, quote: pair.quote },
      last: pair.last,
      usd: pair.value > 0 && across.worths.dollar ? pair.value * across.worths.dollar.value : null,
      gap: comparable ? pair.value / own.value - 1 : null,
      at: pair.at + outside.lead(place.venue),
      suspended: pair.listing !== 'trading' || outside.suspended(place.venue, base) !== null,
    }
  })
  const rank = ({ gap }: ElsewherePrice) => (gap === null ? Infinity : Math.abs(gap))
  return found.sort((a, b) => rank(a) - rank(b) || (a.pair.venue < b.pair.venue ? -1 : 1))
}

/** The pair of a place that is put beside another: of the same quote, with a known price, as far as there is one. */
function shown(place: Place, quote: string): PairQuote | undefined {
  const known = place.pairs.filter(({ value }) => value > 0)
  const among = known.length > 0 ? known : place.pairs
  return among.find((pair) => pair.quote === quote) ?? among[0]
}

/**
 * How far the other venues moved meanwhile: the median, and of how many. Marks reach back twenty minutes; what began
 * before is measured from there, and the evidence says over how long.
 *
 * @param from wall clock, ms
 * @returns null where no other venue is known to show the same coin, or none was heard then
 */
export function movedElsewhere(
  across: Across,
  venue: string,
  base: string,
  from: number,
  now: number,
  lead: number,
): Evidence | null {
  const coin = across.coins.get(base)
  const here = coin?.places.find((place) => place.venue === venue)
  if (!coin || !here) return null
  const moves = kinOf(coin, here).flatMap((place) => moveOf(coin, place, from) ?? [])
  if (moves.length === 0) return null
  moves.sort((a, b) => a.move - b.move)
  const middle = (moves[(moves.length - 1) >> 1]!.move + moves[moves.length >> 1]!.move) / 2
  const windowMs = now - Math.min(...moves.map(({ at }) => at))
  return {
    sign: 'other-venues',
    value: middle,
    unit: 'fraction',
    windowMs,
    count: moves.length,
    at: now + lead,
  }
}

function moveOf(coin: Coin, place: Place, from: number): { at: number; move: number } | null {
  const before = priceAt(coin, place, from)
  return before && { at: before.at, move: place.price / before.price - 1 }
}
