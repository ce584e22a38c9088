import { openCrowd } from '../generated/crowd.ts'
import { universeOf } from '../generated/universe.ts'
import type { Events } from '../market/events.ts'
import type { Market } from '../market/market.ts'
import { openMarket } from '../market/market.ts'
import { venues } from '../venues/all.ts'

const starts = Date.UTC(2020, 0, 1, 12)
const HOUR = 3_600_000

/** The asset that no venue of the contract's market lets move. */
export const STUCK = 'XRP'

/** What every venue of the contract's market said an hour ago. */
export const SAID = 'Notice of Scheduled System Maintenance for Spot'

/** A market with something to say at every venue: a plan for later, a statement, one asset that does not move. */
export function contractMarket(): Market {
  const every = venues.map(({ id }) => ({ venue: id }))
  const events: Events = {
    maintenance: every.map((of) => ({ ...of, from: starts + 48 * HOUR, until: starts + 50 * HOUR })),
    halts: [],
    transfers: every.map((of) => ({ ...of, asset: STUCK, from: starts - HOUR, until: starts + 9 * HOUR })),
    statements: every.map((of) => ({
      ...of,
      at: starts - HOUR,
      title: SAID,
      body: 'Trading, deposits and withdrawals will be suspended.',
      code: '51c2a0e47b9f4d0c8a6f3e1b7d5c9a20',
      kind: 'news',
    })),
  }
  const universe = universeOf(3, starts)
  // Dead pairs have no price, which readers rightly drop.
  const alive = { ...universe, pairs: universe.pairs.filter(({ dead }) => !dead) }
  return openMarket(openCrowd(3, alive, starts), starts, events)
}
