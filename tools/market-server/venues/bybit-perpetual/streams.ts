import type { ContractMarket } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import type { Print } from '../../market/order.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { byListing } from '../../market/venue-trades.ts'
import { maxSilenceMs, maxTrades, openTopics } from '../bybit/streams.ts'
import type { ContractUnit } from '../contract-units.ts'
import { disconnectSilent, type Hub } from '../hub.ts'
import { liquidationRow, streamedTrade } from './rows.ts'

/** The public linear stream: trades and liquidations, a topic for each contract. */
export function openStreams(
  venueMarket: VenueMarket,
  contracts: ContractMarket,
  unitOf: (listing: Listing) => ContractUnit,
  wall: () => number,
): Hub & { step(prints: readonly Print[]): void } {
  const hub = openTopics(wall, (topic) => {
    const [, symbol = ''] = /^(?:publicTrade|allLiquidation)\.(\w+)$/.exec(topic) ?? []
    return venueMarket.streamed(symbol) !== null
  })
  const publish = (topic: string, data: () => readonly unknown[]): void =>
    hub.publish(topic, () => ({ topic, type: 'snapshot', ts: venueMarket.now, data: data() }))
  return {
    ...hub,
    step(prints) {
      disconnectSilent(hub, wall() - maxSilenceMs)
      for (const [listing, trades] of byListing(venueMarket.tradesOf(prints)))
        for (let from = 0; from < trades.length; from += maxTrades)
          publish(`publicTrade.${listing.symbol}`, () =>
            trades.slice(from, from + maxTrades).map((each) => streamedTrade(each, unitOf(listing))),
          )
      for (const liquidation of contracts.takeLiquidations())
        publish(`allLiquidation.${liquidation.listing.symbol}`, () => [
          liquidationRow(liquidation, unitOf(liquidation.listing)),
        ])
    },
  }
}
