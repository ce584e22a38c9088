import type { Span, Statement } from './events.ts'
import { ofVenue, within } from './events.ts'
import type { Market } from './market.ts'

/** What one venue says of itself at the market's moment. */
export interface Official {
  /** Every maintenance, whether to come, on or past. */
  maintenance(): readonly (Span & { readonly state: 'scheduled' | 'ongoing' | 'completed' })[]
  /** Published so far, newest first. */
  statements(): readonly Statement[]
  /** Whether an asset can be moved onto and off the venue. */
  moves(asset: string): { readonly deposit: boolean; readonly withdrawal: boolean }
}

export function officialOf(market: Market, venue: string): Official {
  const { maintenance, statements, transfers } = market.events
  return {
    maintenance: () =>
      ofVenue(maintenance, venue).map((span) => {
        const { from, until } = span
        const state = market.now < from ? 'scheduled' : market.now < until ? 'ongoing' : 'completed'
        return { from, until, state }
      }),
    statements: () =>
      ofVenue(statements, venue)
        .filter(({ at }) => at <= market.now)
        .toReversed(),
    moves(asset) {
      const closed = ofVenue(transfers, venue).filter(
        (one) => (one.asset === null || one.asset === asset) && within([one], market.now),
      )
      return {
        deposit: closed.every(({ deposit }) => deposit === true),
        withdrawal: closed.every(({ withdrawal }) => withdrawal === true),
      }
    },
  }
}
