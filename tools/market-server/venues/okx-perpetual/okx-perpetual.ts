import { refusal } from '../okx/replies.ts'
import { openStreams } from '../okx/streams.ts'
import type { SimulatedVenue } from '../simulated-venue.ts'
import { openRest } from './rest.ts'
import { swapProducts } from './streams.ts'
import { openSwaps } from './swaps.ts'

/**
 * OKX perpetual swaps, API v5: on the hosts of spot. A socket is not known to be of swaps before it subscribes: where spot
 * is simulated too, its sockets carry both.
 */
export const okxPerpetual: SimulatedVenue = {
  id: 'okx-perpetual',
  hosts: ['www.okx.com', 'ws.okx.com'],
  serves: ({ path, query }) =>
    path === '/api/v5/market/index-tickers' ||
    query.get('instType') === 'SWAP' ||
    /^ANY$|-SWAP$/.test(query.get('instId') ?? ''),
  open(market, wall) {
    const swaps = openSwaps(market)
    const streams = openStreams(swapProducts(swaps), wall)
    return {
      venueMarket: swaps.venueMarket,
      page: () => null,
      answer: openRest(swaps, wall),
      refusal,
      connect: (connection) =>
        connection.host === 'ws.okx.com' && connection.path === '/ws/v5/public'
          ? streams.connect(connection)
          : null,
      step: (prints) => streams.step(prints),
      shutdown: () => streams.shutdown(),
    }
  },
}
