import { decay } from '../../../stats/decay.ts'
import type { Coin, VenueCoin } from '../cross-venue-state.ts'
import { maxSampleGapMs, meanHalfLifeMs, sampleCapacity, sampleIntervalMs } from '../settings.ts'
import { learnUsualGaps } from '../gap/usual-gap.ts'
import { joinSureCoin } from './join-sure-coin.ts'
import { updateIdentities } from './update-identities.ts'

/**
 * Once a minute: records the coin's price at every venue and updates which of them are the same coin. Coins are
 * staggered over the minute so that no second handles all of them.
 *
 * @param ordinal number of the coin among all
 * @param now wall clock, ms
 */
export function sampleCoin(coin: Coin, ordinal: number, now: number): void {
  if (coin.nextSampleAt === 0 || coin.nextSampleAt > now + sampleIntervalMs)
    coin.nextSampleAt = now + ((ordinal * 1000) % sampleIntervalMs)
  if (now < coin.nextSampleAt) return
  const last = coin.sampleTimes.at(-1)
  if (last !== undefined && Math.abs(now - last) > maxSampleGapMs) clearSamples(coin)
  coin.nextSampleAt += sampleIntervalMs
  if (coin.nextSampleAt <= now) coin.nextSampleAt = now + sampleIntervalMs
  coin.sampleTimes.push(now)
  if (coin.sampleTimes.length > sampleCapacity) coin.sampleTimes.shift()
  for (const venueCoin of coin.venueCoins) sampleVenueCoin(venueCoin)
  joinSureCoin(coin)
  updateIdentities(coin)
  learnUsualGaps(coin)
}

/**
 * Drops everything that must not span a break in the samples: the samples, the means and running identity tests.
 */
export function clearSamples(coin: Coin): void {
  coin.sampleTimes.length = 0
  for (const venueCoin of coin.venueCoins) {
    venueCoin.samples.length = 0
    venueCoin.meanLogPrice = null
    venueCoin.identityTest = null
  }
}

function sampleVenueCoin(venueCoin: VenueCoin): void {
  const { price, samples, meanLogPrice: mean } = venueCoin
  samples.push(price)
  if (samples.length > sampleCapacity) samples.shift()
  if (price === 0) return
  const logPrice = Math.log(price)
  const weight = decay(sampleIntervalMs, meanHalfLifeMs)
  venueCoin.meanLogPrice = mean === null ? logPrice : mean + weight * (logPrice - mean)
}

/**
 * The newest sample at or before a time (wall clock, ms), or the oldest one kept.
 *
 * @returns null if the price was unknown in that sample, or there is none
 */
export function sampledPriceAt(
  coin: Coin,
  venueCoin: VenueCoin,
  at: number,
): { at: number; price: number } | null {
  const index = Math.max(
    0,
    coin.sampleTimes.findLastIndex((sampledAt) => sampledAt <= at),
  )
  const price = venueCoin.samples[index] ?? 0
  return price > 0 ? { at: coin.sampleTimes[index]!, price } : null
}
