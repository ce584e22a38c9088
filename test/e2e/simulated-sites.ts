import { sites } from '../../src/exchanges/registry.ts'
import { venues } from '../../tools/market-server/venues/all.ts'

/** The sites of the exchanges that the server simulates: a new exchange need not be among them. */
export const simulatedSites = sites.filter(({ id }) => venues.some((venue) => venue.id === id))
