import { openContracts } from '../../market/contracts.ts'
import { openVenueMarket } from '../../market/venue-market.ts'
import { refuse } from '../binance/rest.ts'
import { dollarQuotes } from '../quotes.ts'
import type { SimulatedVenue } from '../simulated-venue.ts'
import { openRest } from './rest.ts'
import { openStreams } from './streams.ts'

const streamHost = 'fstream.binance.com'

/** Binance USD-M futures, as of late 2026: perpetual contracts settled in USDT. Its pages are those of Binance. */
export const binancePerpetual: SimulatedVenue = {
  id: 'binance-perpetual',
  hosts: ['fapi.binance.com', streamHost],
  open(market, wall) {
    const symbolOf = (base: string, quote: string): string => base + quote
    const { USDT } = dollarQuotes
    const venueMarket = openVenueMarket(market, {
      venue: 'binance-perpetual',
      symbolOf,
      quotes: { USDT: USDT ?? [] },
    })
    const contracts = openContracts(market, venueMarket)
    const streams = openStreams(venueMarket, contracts, wall)
    return {
      venueMarket,
      page: () => null,
      answer: openRest(venueMarket, contracts, wall),
      refusal: refuse,
      connect: (connection) => (connection.host === streamHost ? streams.connect(connection) : null),
      step: (prints) => streams.step(prints),
      shutdown: () => streams.shutdown(),
    }
  },
}
