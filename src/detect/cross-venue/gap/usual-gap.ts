import { decay } from '../../../stats/decay.ts'
import { gapScaling } from '../../thresholds.ts'
import type { Coin, VenueCoin } from '../cross-venue-state.ts'
import { sameCoinPeers } from '../identity/same-coin-peers.ts'
import { agreedMedian } from '../../value/agreed-median.ts'
import { referenceTolerance, sampleIntervalMs, usualGapHalfLifeMs } from '../settings.ts'

/** Once a minute: learns how far each venue's price of a coin usually is from the others. */
export function learnUsualGaps(coin: Coin): void {
  for (const venueCoin of coin.venueCoins) {
    const median = venueCoin.price > 0 ? peersMedian(coin, venueCoin) : null
    if (median === null) continue
    // What an episode adds is bounded: a gap of a day must not become usual.
    const gap = Math.min(gapScaling.maxSample, Math.abs(Math.log(venueCoin.price / median)))
    venueCoin.usualGap += decay(sampleIntervalMs, usualGapHalfLifeMs) * (gap - venueCoin.usualGap)
  }
}

/** What the coin's other venues agree on; null if they do not. */
export function peersMedian(coin: Coin, venueCoin: VenueCoin): number | null {
  const prices = sameCoinPeers(coin, venueCoin).map(({ price }) => price)
  return agreedMedian(prices, referenceTolerance)?.value ?? null
}

/** The share of the sizes of `gapSteps` from which a gap counts at a venue: where prices agree, less is abnormal. */
export function gapScale({ usualGap }: Pick<VenueCoin, 'usualGap'>): number {
  return Math.min(1, Math.max(gapScaling.least, usualGap / gapScaling.fullAt))
}
