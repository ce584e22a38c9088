import { openContracts } from '../../market/contracts.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { openStream as openMarketStream } from '../htx/stream.ts'
import { dollarQuotes } from '../quotes.ts'
import type { SimulatedVenue } from '../simulated-venue.ts'
import { openNotices } from './notices.ts'
import { openRest, refuse } from './rest.ts'
import { matchesOf } from './rows.ts'

const host = 'api.hbdm.com'

/** HTX USDT-margined swaps, of its legacy account: https://www.htx.com/en-us/opend/newApiPages/. Its pages are HTX's. */
export const htxPerpetual: SimulatedVenue = {
  id: 'htx-perpetual',
  hosts: [host],
  open(market, wall) {
    const symbolOf = (base: string, quote: string): string => `${base}-${quote}`
    const { USDT = [] } = dollarQuotes
    const venueMarket = openVenueMarket(market, { venue: 'htx-perpetual', symbolOf, quotes: { USDT } })
    const contracts = openContracts(market, venueMarket)
    const stream = openMarketStream(venueMarket, wall, { matchesOf, hasTickers: false })
    const notices = openNotices(venueMarket, contracts, wall)
    const sockets = new Map([
      ['/linear-swap-ws', stream],
      ['/linear-swap-notification', notices],
    ])
    return {
      venueMarket,
      page: () => null,
      answer: openRest(venueMarket, contracts, wall),
      refusal: (status, retryAfter) => refuse(venueMarket, status, retryAfter),
      connect: (connection) => sockets.get(connection.path)?.connect(connection) ?? null,
      step(prints) {
        stream.step(venueMarket.tradesOf(prints))
        notices.step()
      },
      shutdown() {
        for (const socket of sockets.values()) socket.shutdown()
      },
    }
  },
}
