import type { ElsewherePrice } from '../../market/elsewhere-price.ts'
import type { Pair } from '../../market/pair.ts'
import type { CrossVenueContext } from './cross-venue-context.ts'
import type { CrossVenueState, VenueCoin } from './cross-venue-state.ts'
import type { QuotedPair } from './prices/quoted-pair.ts'

/**
 * A coin's price at every other venue: one pair per venue, in the same quote currency if possible. Proven same
 * coins come first, by ascending distance in price; other coins of the same ticker follow, without a gap.
 */
export function otherVenuePrices(
  state: CrossVenueState,
  { venue, base, quote }: Pair,
  context: CrossVenueContext,
): ElsewherePrice[] {
  const venueCoins = state.coins.get(base)?.venueCoins ?? []
  const here = venueCoins.find((venueCoin) => venueCoin.venue === venue)
  if (!here) return []
  const own = here.pairs.find((pair) => pair.quote === quote)
  const found = venueCoins.flatMap((venueCoin) => {
    const pair = venueCoin === here ? null : comparedPair(venueCoin, quote)
    if (!pair) return []
    const { dollar } = state.valuation
    const isSameCoin = venueCoin.identity === here.identity
    const isComparable = isSameCoin && own !== undefined && own.value > 0 && pair.value > 0
    return {
      pair: { venue: venueCoin.venue, base, quote: pair.quote },
      last: pair.last,
      usd: pair.value > 0 && dollar ? pair.value * dollar.value : null,
      gap: isComparable ? pair.value / own.value - 1 : null,
      at: pair.at + context.clockLeadMs(venueCoin.venue),
      suspended: pair.listing !== 'trading' || context.suspendedSince(venueCoin.venue, base) !== null,
    }
  })
  const distance = ({ gap }: ElsewherePrice) => (gap === null ? Infinity : Math.abs(gap))
  return found.sort((a, b) => distance(a) - distance(b) || (a.pair.venue < b.pair.venue ? -1 : 1))
}

/**
 * The pair to compare: with a known price if there is one, and among those in the same quote currency if possible.
 */
function comparedPair(venueCoin: VenueCoin, quote: string): QuotedPair | undefined {
  const priced = venueCoin.pairs.filter(({ value }) => value > 0)
  const candidates = priced.length > 0 ? priced : venueCoin.pairs
  return candidates.find((pair) => pair.quote === quote) ?? candidates[0]
}
