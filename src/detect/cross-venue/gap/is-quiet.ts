import type { Coin } from '../cross-venue-state.ts'
import { gapHoldShare, gapScaling, gapSteps } from '../../thresholds.ts'

/** Price ratio from which a gap may hold. */
const wideRatio = 1 + gapSteps[0]!.gap * gapScaling.least * gapHoldShare

// The lowest and highest price of each identity of the current coin. Kept between calls to avoid allocations.
const identities: number[] = []
const lows: number[] = []
const highs: number[] = []

/**
 * Whether no gap of a coin is timed or running, and no two prices of one identity are far apart. True for most
 * coins.
 */
export function isQuiet({ venueCoins }: Coin): boolean {
  identities.length = lows.length = highs.length = 0
  for (const { identity, price, gapClock, gapEpisode } of venueCoins) {
    if (gapClock !== null || gapEpisode !== null) return false
    if (price === 0) continue
    const known = identities.indexOf(identity)
    const i = known < 0 ? identities.push(identity) - 1 : known
    lows[i] = known < 0 ? price : Math.min(lows[i]!, price)
    highs[i] = known < 0 ? price : Math.max(highs[i]!, price)
  }
  for (const { identity, pairs } of venueCoins) {
    const i = identities.indexOf(identity)
    if (i < 0) continue
    for (const { value } of pairs) {
      if (value > 0 && (value > lows[i]! * wideRatio || highs[i]! > value * wideRatio)) return false
    }
  }
  return true
}
