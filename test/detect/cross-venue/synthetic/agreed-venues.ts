import type { Episode } from '../../../../src/market/episode.ts'
import { hourMs, SyntheticVenues } from './synthetic-venues.ts'

const cross = ['a:BTC/USDT', 'b:BTC/USDT', 'c:BTC/USDT']
export const threeVenues = [...cross, 'a:SYS/USDT', 'b:SYS/USDT', 'c:SYS/USDT']
let cached: SyntheticVenues | null = null

/** Venues whose SYS is proven to be the same coin, with prices that no longer move. Tests change venue `a`. */
export function agreedVenues(names = threeVenues): SyntheticVenues {
  if (names === threeVenues && cached) return cached.standStill()
  const venues = new SyntheticVenues(names)
  venues.run(8 * hourMs)
  if (names === threeVenues) cached = venues
  return venues.standStill()
}

/** Changes as `venue tier phase`. */
export const summarise = (changes: readonly Episode[]) =>
  changes.map(({ venue, tier, phase }) => `${venue} ${tier} ${phase}`)
/** Tiers of the cards that change while time passes. */
export const tiersAfter = (venues: SyntheticVenues, ms: number) => venues.run(ms).map(({ tier }) => tier)
