import { sites } from '../../src/exchanges/registry.ts'
import { venues } from '../../tools/market-server/venues/all.ts'

/** The sites of the exchanges that the server plays: one that joins may come without its play. */
export const simulatedSites = sites.filter(({ id }) => venues.some((venue) => venue.id === id))
