import type { Coin, VenueCoin } from '../cross-venue-state.ts'
import { agreedMedian } from '../../value/agreed-median.ts'
import { identityLoss, identityProof, referenceTolerance } from '../settings.ts'
import { beginIdentityTest, extendIdentityTest, isProven } from './identity-test.ts'
import { sameCoinPeers } from './same-coin-peers.ts'

// The same ticker may name different coins. Two venue coins are compared only after they have proven to be the
// same coin, directly (identity-test.ts) or through a third one. The result is saved, and lost after two days
// apart.

/** Takes a price sample of a coin: merges identities proven equal and splits off those apart for too long. */
export function updateIdentities(coin: Coin): void {
  coin.venueCoins.forEach((venueCoin, index) => testIdentity(coin, venueCoin, index))
  for (const venueCoin of coin.venueCoins) reviewIdentity(coin, venueCoin)
}

/** Whether the price is known and near its own mean: an anomaly must not prove anything. */
function isCalm({ price, meanLogPrice: mean }: VenueCoin): boolean {
  return price > 0 && mean !== null && Math.abs(Math.log(price) - mean) <= identityProof.maxDeviation
}

const logDistance = (a: VenueCoin, b: VenueCoin) => Math.abs(Math.log(a.price / b.price))

function testIdentity(coin: Coin, venueCoin: VenueCoin, index: number): void {
  const { price, identity, identityTest: test } = venueCoin
  if (price === 0) return
  const other = test && coin.venueCoins.find(({ venue }) => venue === test.venue)
  if (!test || !other || other.identity === identity) {
    const found = nearestCandidate(coin, venueCoin, index)
    venueCoin.identityTest = found && beginIdentityTest(found.venue, Math.log(price), Math.log(found.price))
    return
  }
  if (other.price === 0) return
  if (!isCalm(venueCoin) || !isCalm(other) || logDistance(venueCoin, other) > identityProof.maxDistance) {
    venueCoin.identityTest = null
    return
  }
  extendIdentityTest(test, Math.log(price), Math.log(other.price))
  if (isProven(test)) mergeIdentities(coin, venueCoin, other)
  else if (test.sampleCount >= identityProof.maxSamples) {
    venueCoin.rejectedVenue = test.venue
    venueCoin.identityTest = null
  }
}

/** The nearest in price of another identity, among the preceding ones so that no two test each other twice. */
function nearestCandidate(coin: Coin, venueCoin: VenueCoin, index: number): VenueCoin | null {
  if (!isCalm(venueCoin)) return null
  const { identity, rejectedVenue } = venueCoin
  let best: VenueCoin | null = null
  for (const other of coin.venueCoins.slice(0, index)) {
    if (other.identity === identity || other.venue === rejectedVenue || !isCalm(other)) continue
    if (!best || logDistance(venueCoin, other) < logDistance(venueCoin, best)) best = other
  }
  venueCoin.rejectedVenue = null
  return best
}

function mergeIdentities(coin: Coin, venueCoin: VenueCoin, other: VenueCoin): void {
  const { identity } = venueCoin
  for (const each of coin.venueCoins) if (each.identity === identity) each.identity = other.identity
  venueCoin.identityTest = null
}

/** Counts samples apart from the others of its identity; after too many the venue coin gets a new identity. */
function reviewIdentity(coin: Coin, venueCoin: VenueCoin): void {
  const { price, identity } = venueCoin
  if (!coin.venueCoins.some((other) => other !== venueCoin && other.identity === identity)) return
  const median = agreedMedian(
    sameCoinPeers(coin, venueCoin).map((peer) => peer.price),
    referenceTolerance,
  )
  if (price === 0) venueCoin.samplesApart++
  else if (median) {
    const isApart = Math.abs(Math.log(price / median.value)) > identityLoss.minDistance
    venueCoin.samplesApart = isApart ? venueCoin.samplesApart + 1 : 0
  }
  if (venueCoin.samplesApart < identityLoss.minSamples) return
  venueCoin.samplesApart = 0
  venueCoin.identity = coin.nextIdentity++
}
