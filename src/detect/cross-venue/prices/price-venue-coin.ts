import type { Place } from '../cross-venue-state.ts'
import { agreedMedian } from './agreed-median.ts'
import { isFirm, priceOf } from './price.ts'
import { crossTolerance } from '../settings.ts'
import type { Worths } from './worth.ts'

/** Brings a place up to date: what each pair says the coin is worth, and what the firm ones agree on. */
export function pricePlace(place: Place, worths: Worths, now: number): void {
  let firm: number[] | null = null
  place.price = 0
  for (const pair of place.pairs) {
    const price = priceOf(pair, now)
    pair.value = price === 0 ? 0 : price * (worths.of.get(pair.quote)?.value ?? 0)
    if (pair.value === 0 || !isFirm(pair)) continue
    if (place.price === 0) place.price = pair.value
    else (firm ??= [place.price]).push(pair.value)
  }
  if (firm) place.price = agreedMedian(firm, crossTolerance)?.value ?? 0
}
