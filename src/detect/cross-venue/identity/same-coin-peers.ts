import type { Coin, VenueCoin } from '../cross-venue-state.ts'

/** The same coin at the other venues, where its price is known. */
export function sameCoinPeers(coin: Coin, venueCoin: VenueCoin): VenueCoin[] {
  return coin.venueCoins.filter(
    (other) => other !== venueCoin && other.identity === venueCoin.identity && other.price > 0,
  )
}
