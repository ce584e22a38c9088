import type { Market } from '../../market/market.ts'
import { openBudget } from '../budget.ts'
import { withRetryAfter } from '../retry-after.ts'
import type { Reply, VenueServer } from '../simulated-venue.ts'
import { openProducts, type Products } from './products.ts'
import { answerRest, refuse } from './rest.ts'
import { openStreams } from './streams.ts'

const apiHost = 'api.bitflyer.com'
const socketHost = 'ws.lightstream.bitflyer.com'
const callsPerPeriod = 500
const periodMs = 300_000

/** The hosts of both markets. */
export const hosts = [apiHost, socketHost]

/** All that bitFlyer serves. The list and the socket are those of both markets, so each market's server has both. */
export function openServer(
  market: Market,
  wall: () => number,
): Omit<VenueServer, 'venueMarket' | 'page'> & { readonly products: Products } {
  const products = openProducts(market)
  const streams = openStreams(products, wall)
  const budget = openBudget(wall, callsPerPeriod, periodMs)
  return {
    products,
    answer: (call) => (budget.charge(1) > 0 ? overLimit(429) : answerRest(products, call)),
    refusal(status, retryAfter) {
      if (status === 200) return refuse(400, -100, 'Invalid product')
      return withRetryAfter(overLimit(status), retryAfter)
    },
    connect: (connection) =>
      connection.host === socketHost && connection.path === '/json-rpc' ? streams.connect(connection) : null,
    step: (prints) => streams.step([...products.spot.tradesOf(prints), ...products.cfd.tradesOf(prints)]),
    shutdown: () => streams.shutdown(),
  }
}

const overLimit = (status: number): Reply => refuse(status, -1, 'Over API limit per period, per IP address')
