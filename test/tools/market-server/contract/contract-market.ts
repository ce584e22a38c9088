import type { Exchange } from '../../../../src/exchanges/exchange.ts'
import { exchangeOf } from '../../../../src/exchanges/registry.ts'
import { marketOf } from '../../../../src/market/venue-id.ts'
import { openCrowd } from '../../../../tools/market-server/generated/crowd.ts'
import { universeOf } from '../../../../tools/market-server/generated/universe.ts'
import type { Events } from '../../../../tools/market-server/market/events.ts'
import type { Market } from '../../../../tools/market-server/market/market.ts'
import { openMarket } from '../../../../tools/market-server/market/market.ts'
import { venues } from '../../../../tools/market-server/venues/all.ts'
import type { SimulatedVenue } from '../../../../tools/market-server/venues/simulated-venue.ts'

const starts = Date.UTC(2020, 0, 1, 12)
const hourMs = 3_600_000

/** The asset that no venue of this market lets anyone deposit or withdraw. */
export const frozenAsset = 'XRP'

/** A market that exercises every official source: a planned maintenance, a statement, one frozen asset. */
export function contractMarket(): Market {
  const every = venues.map(({ id }) => ({ venue: id }))
  const events: Events = {
    maintenance: every.map((of) => ({ ...of, from: starts + 48 * hourMs, until: starts + 50 * hourMs })),
    halts: [],
    transfers: every.map((of) => ({
      ...of,
      asset: frozenAsset,
      from: starts - hourMs,
      until: starts + 9 * hourMs,
    })),
    statements: every.map((of) => ({
      ...of,
      at: starts - hourMs,
      title: 'Notice of Scheduled System Maintenance for Spot',
      body: 'Trading, deposits and withdrawals will be suspended.',
      code: '51c2a0e47b9f4d0c8a6f3e1b7d5c9a20',
      kind: 'news',
    })),
  }
  const universe = universeOf(3, starts)
  // Dead pairs have no price, so readers drop them; a few thin ones are enough. Each of a hundred markets has its day.
  const alive = {
    ...universe,
    pairs: universe.pairs.filter(({ dead, orders }, i) => !dead && (orders > 3 || i % 20 === 0)),
  }
  return openMarket(openCrowd(3, alive, starts), starts, events)
}

type Simulated = readonly [string, SimulatedVenue, Exchange]

/** Every simulated market, spot and perpetual, with the venue it simulates. */
export const simulatedMarkets: readonly Simulated[] = venues.map((venue) => {
  const exchange = exchangeOf(venue.id)
  if (!exchange) throw new Error(`No venue "${venue.id}" in src/exchanges/registry.ts`)
  return [venue.id, venue, exchange]
})

/** The spot markets of them, whose simulations serve the trading pages too. */
export const simulatedExchanges = simulatedMarkets.filter(([id]) => marketOf(id) === 'spot')

/** The perpetual markets of them. */
export const simulatedPerpetuals = simulatedMarkets.filter(([id]) => marketOf(id) === 'perpetual')

/** The host of a URL or of a match pattern. */
export const hostOf = (url: string): string => new URL(url.replace('*', '')).hostname
