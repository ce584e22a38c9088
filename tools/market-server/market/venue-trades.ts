import type { Side } from '../../../src/market/trade.ts'
import type { Listing } from './listing.ts'
import type { Print } from './order.ts'

/** One fill as a venue publishes it, in the venue's quote and on its price grid. */
export interface VenueTrade {
  readonly listing: Listing
  /** Consecutive per pair. */
  readonly id: number
  /** Id of the taker order: equal for all fills of one, larger than for any order before. */
  readonly order: number
  readonly at: number
  readonly price: number
  readonly amount: number
  /** The taker's side. */
  readonly side: Side
}

/**
 * The fills of one pair, oldest first, as trades of a listing. Fills of one moment and side are one taker order.
 */
export function venueTradesOf(listing: Listing, prints: readonly Print[]): VenueTrade[] {
  let order = 0
  return prints.map(({ id, at, side, price, amount }, i) => {
    const before = prints[i - 1]
    if (before?.at !== at || before.side !== side) order = id
    return { listing, id, order, at, price: listing.price(price, at), amount, side }
  })
}

/** The latest `max` fills of one pair, oldest first, as trades of a listing: only those are looked at. */
export function latestTradesOf(listing: Listing, prints: readonly Print[], max: number): VenueTrade[] {
  let from = Math.max(0, prints.length - max)
  // The order of the first may have begun before.
  while (
    from > 0 &&
    prints[from - 1]?.at === prints[from]?.at &&
    prints[from - 1]?.side === prints[from]?.side
  )
    from--
  return venueTradesOf(listing, prints.slice(from)).slice(-max)
}

/** The trades of a step, grouped by listing, oldest first. */
export function byListing(venueTrades: readonly VenueTrade[]): Map<Listing, VenueTrade[]> {
  const groups = new Map<Listing, VenueTrade[]>()
  for (const venueTrade of venueTrades) {
    const group = groups.get(venueTrade.listing)
    if (group) group.push(venueTrade)
    else groups.set(venueTrade.listing, [venueTrade])
  }
  return groups
}
