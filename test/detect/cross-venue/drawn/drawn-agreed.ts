import type { Episode } from '../../../../src/market/episode.ts'
import { DrawnVenues, hour } from './drawn-venues.ts'

const cross = ['a:BTC/USDT', 'b:BTC/USDT', 'c:BTC/USDT']
export const three = [...cross, 'a:SYS/USDT', 'b:SYS/USDT', 'c:SYS/USDT']
let known: DrawnVenues | null = null

/** Venues that have agreed on SYS for hours, and now stand still. `a` is where things happen. */
export function agreed(names = three): DrawnVenues {
  if (names === three && known) return known.still()
  const venues = new DrawnVenues(names)
  venues.run(8 * hour)
  if (names === three) known = venues
  return venues.still()
}

/** Changes as `venue tier phase`. */
export const said = (changes: readonly Episode[]) =>
  changes.map(({ venue, tier, phase }) => `${venue} ${tier} ${phase}`)
/** The tiers told while time passes. */
export const tiersAfter = (venues: DrawnVenues, ms: number) => venues.run(ms).map(({ tier }) => tier)
