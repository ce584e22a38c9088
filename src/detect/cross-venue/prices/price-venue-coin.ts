import type { VenueCoin } from '../cross-venue-state.ts'
import { crossTolerance } from '../settings.ts'
import { agreedMedian } from '../../value/agreed-median.ts'
import { isReferencePrice, priceOf } from './price.ts'
import type { Valuation } from './valuation.ts'

/** Updates the value of each pair of a venue coin, and its price: the value that its reference prices agree on. */
export function priceVenueCoin(venueCoin: VenueCoin, valuation: Valuation, now: number): void {
  // Most venue coins have one reference price: the list is allocated only for a second one.
  let references: number[] | null = null
  venueCoin.price = 0
  for (const pair of venueCoin.pairs) {
    const price = priceOf(pair, now)
    pair.value = price === 0 ? 0 : price * (valuation.values.get(pair.quote)?.value ?? 0)
    if (pair.value === 0 || !isReferencePrice(pair)) continue
    if (venueCoin.price === 0) venueCoin.price = pair.value
    else (references ??= [venueCoin.price]).push(pair.value)
  }
  if (references) venueCoin.price = agreedMedian(references, crossTolerance)?.value ?? 0
}
