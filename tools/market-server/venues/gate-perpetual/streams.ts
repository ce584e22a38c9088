import type { ContractMarket } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import type { Print } from '../../market/order.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { byListing } from '../../market/venue-trades.ts'
import type { ContractUnit } from '../contract-units.ts'
import { openChannels } from '../gate/streams.ts'
import { disconnectSilent, type Hub } from '../hub.ts'
import { liquidationRow, streamedTrade } from './rows.ts'

const maxSilenceMs = 60_000
const channels = ['futures.trades', 'futures.public_liquidates']

/** The public stream of futures: trades by contract, liquidations by contract or of `!all`. */
export function openStreams(
  venueMarket: VenueMarket,
  contracts: ContractMarket,
  unitOf: (listing: Listing) => ContractUnit,
  wall: () => number,
): Hub & { step(prints: readonly Print[]): void } {
  const { hub, publish } = openChannels(venueMarket, wall, {
    prefix: 'futures',
    topicOf(channel, name) {
      const isKnown = venueMarket.streamed(name) || (name === '!all' && channel !== 'futures.trades')
      return channels.includes(channel) && isKnown ? `${channel} ${name}` : null
    },
  })
  return {
    ...hub,
    step(prints) {
      disconnectSilent(hub, wall() - maxSilenceMs)
      for (const [listing, trades] of byListing(venueMarket.tradesOf(prints)))
        publish(`futures.trades ${listing.symbol}`, 'futures.trades', () =>
          trades.map((each) => streamedTrade(each, unitOf(listing))),
        )
      for (const each of contracts.takeLiquidations())
        for (const name of ['!all', each.listing.symbol])
          publish(`futures.public_liquidates ${name}`, 'futures.public_liquidates', () => [
            liquidationRow(each, unitOf(each.listing)),
          ])
    },
  }
}
