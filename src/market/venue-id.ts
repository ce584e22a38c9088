import type { Market } from './contract.ts'

// An exchange may have two markets, each with prices, pairs and a state of its own: a venue each. The spot market has
// the id of its exchange (`binance`), the perpetual one's is made of it (`binance-perpetual`).

const perpetual = '-perpetual'

/** The id of an exchange's perpetual market. */
export const perpetualIdOf = (exchangeId: string): string => exchangeId + perpetual

/** Which market of its exchange a venue is. */
export const marketOf = (venue: string): Market => (venue.endsWith(perpetual) ? 'perpetual' : 'spot')

/** The id of the exchange that a venue is a market of. */
export const exchangeIdOf = (venue: string): string =>
  marketOf(venue) === 'spot' ? venue : venue.slice(0, -perpetual.length)

/** The id of the other market of a venue's exchange, whether there is one or not. */
export const otherMarketOf = (venue: string): string =>
  marketOf(venue) === 'spot' ? perpetualIdOf(venue) : exchangeIdOf(venue)
