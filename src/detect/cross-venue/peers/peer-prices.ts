import type { ContractQuote } from '../../../market/contract-quote.ts'
import { convertAmount, type CrossRates } from '../../../market/cross-rate.ts'
import { minOthers } from '../../thresholds.ts'
import { agreedMedian } from '../../value/agreed-median.ts'
import { peers } from '../settings.ts'

/** What the contracts of the same coin stand at elsewhere, in a contract's own quote. */
export interface PeerPrice {
  readonly symbol: string
  readonly last: number
}

/**
 * What each contract's peers agree on: the median of the same coin's contracts at other venues, one a venue. The same
 * coin is what has the same index: names alone say nothing. Spot markets are not among them: a perpetual is compared with
 * perpetuals, whose premium is theirs. Linear in contracts and venues.
 *
 * @param rates of quote currencies; contracts whose quotes cannot be converted are not compared
 * @param now wall clock, ms
 * @returns by venue; without a contract of which fewer than two others agree
 */
export function peerPrices(
  quotes: readonly ContractQuote[],
  rates: CrossRates,
  now: number,
): ReadonlyMap<string, readonly PeerPrice[]> {
  const found = new Map<string, PeerPrice[]>()
  for (const coin of byBase(quotes).values())
    for (const own of coin) {
      const prices = onePerVenue(own, coin).flatMap((other) => priceIn(own, other, rates, now) ?? [])
      const median = agreedMedian(prices, peers.tolerance)
      if (!median || median.count < minOthers) continue
      const { venue, symbol } = own
      const known = found.get(venue)
      if (known) known.push({ symbol, last: median.value })
      else found.set(venue, [{ symbol, last: median.value }])
    }
  return found
}

function byBase(quotes: readonly ContractQuote[]): ReadonlyMap<string, readonly ContractQuote[]> {
  const coins = new Map<string, ContractQuote[]>()
  for (const quote of quotes) {
    const coin = coins.get(quote.base)
    if (coin) coin.push(quote)
    else coins.set(quote.base, [quote])
  }
  return coins
}

/** A contract of each other venue: the one in the same quote, else its first. */
function onePerVenue(own: ContractQuote, coin: readonly ContractQuote[]): readonly ContractQuote[] {
  const byVenue = new Map<string, ContractQuote>()
  for (const other of coin)
    if (other.venue !== own.venue && (other.quote === own.quote || !byVenue.has(other.venue)))
      byVenue.set(other.venue, other)
  return [...byVenue.values()]
}

/** The other's price in the own quote; null where that is unknown, or its coin another one. */
function priceIn(own: ContractQuote, other: ContractQuote, rates: CrossRates, now: number): number | null {
  const one = convertAmount(rates, 1, other.quote, own.quote, now)
  if (one === null) return null
  const isSame = Math.abs(Math.log((other.index * one) / own.index)) <= peers.sameIndex
  return isSame ? other.price * one : null
}
