import type { Period, Statement } from './events.ts'
import { forVenue, within } from './events.ts'
import type { Market } from './market.ts'

/** What one venue has published officially by the market's present moment. */
export interface VenueOfficial {
  /** Every maintenance: planned, under way or past. */
  maintenance(): readonly (Period & { readonly state: 'scheduled' | 'ongoing' | 'completed' })[]
  /** Published so far, newest first. */
  statements(): readonly Statement[]
  /** Whether an asset can be deposited and withdrawn. */
  transfers(asset: string): { readonly deposit: boolean; readonly withdrawal: boolean }
}

export function officialOf(market: Market, venue: string): VenueOfficial {
  const { maintenance, statements, transfers } = market.events
  return {
    maintenance: () =>
      forVenue(maintenance, venue).map((span) => {
        const { from, until } = span
        const state = market.now < from ? 'scheduled' : market.now < until ? 'ongoing' : 'completed'
        return { from, until, state }
      }),
    statements: () =>
      forVenue(statements, venue)
        .filter(({ at }) => at <= market.now)
        .toReversed(),
    transfers(asset) {
      const closed = forVenue(transfers, venue).filter(
        (one) => (one.asset === null || one.asset === asset) && within([one], market.now),
      )
      return {
        deposit: closed.every(({ deposit }) => deposit === true),
        withdrawal: closed.every(({ withdrawal }) => withdrawal === true),
      }
    },
  }
}
