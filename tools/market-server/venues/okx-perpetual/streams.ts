import type { JsonObject } from '../../../../src/exchanges/wire/json.ts'
import { type Product, tradesProduct } from '../okx/streams.ts'
import { instrument, liquidationRow } from './rows.ts'
import type { Swaps } from './swaps.ts'

/** What the socket tells of swaps: the trades of each, every liquidation, the list. */
export function swapProducts({ venueMarket, contracts, unitOf }: Swaps): readonly Product[] {
  const topicOf =
    (name: string) =>
    ({ channel, instType }: JsonObject) =>
      channel === name && instType === 'SWAP' ? `${name} SWAP` : null
  return [
    tradesProduct(venueMarket, unitOf),
    {
      topicOf: topicOf('liquidation-orders'),
      step(_, publish) {
        for (const liquidation of contracts.takeLiquidations())
          publish('liquidation-orders SWAP', () => ({
            arg: { channel: 'liquidation-orders', instType: 'SWAP' },
            data: [liquidationRow(liquidation, unitOf(liquidation.listing))],
          }))
      },
    },
    {
      topicOf: topicOf('instruments'),
      greeting: () => ({
        arg: { channel: 'instruments', instType: 'SWAP' },
        data: venueMarket.listings.map((listing) => instrument(venueMarket, listing, unitOf(listing))),
      }),
      step: () => undefined,
    },
  ]
}
