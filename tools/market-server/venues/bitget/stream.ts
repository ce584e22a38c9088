import type { JsonObject } from '../../../../src/exchanges/wire/json.ts'
import { byListing } from '../../market/venue-trades.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import type { Client, Stream } from '../hub.ts'
import { streamTicker, tradeRow } from './rows.ts'
import { openSessions } from './sessions.ts'

const argOf = (channel: string, { symbol: instId }: Listing) => ({ instType: 'SPOT', channel, instId })

/** Opens the public stream of API v2. */
export function openStream(venueMarket: VenueMarket, wall: () => number): Stream {
  const { hub, complain, toggle, dropSilent } = openSessions(wall, order)
  function order(client: Client, op: 'subscribe' | 'unsubscribe', arg: JsonObject): void {
    const { instType, channel, instId } = arg
    const listing = venueMarket.streamed(String(instId))
    if (instType !== 'SPOT' || (channel !== 'ticker' && channel !== 'trade') || !listing) {
      const named = `instType:${String(instType)},channel:${String(channel)},instId:${String(instId)}`
      return complain(client, 30001, `${named} doesn't exist`, { arg })
    }
    if (!toggle(client, op, `${channel} ${String(instId)}`, arg) || op === 'unsubscribe') return
    // A snapshot of the last trade and the ticker is sent at once.
    const data =
      channel === 'trade'
        ? venueMarket.latestTrades(listing, 1).map(tradeRow)
        : [streamTicker(venueMarket, listing)]
    hub.send(client, { action: 'snapshot', arg, data, ts: venueMarket.now })
  }
  return {
    connect: (connection) => hub.connect(connection),
    step(venueTrades) {
      dropSilent()
      for (const [listing, own] of byListing(venueTrades)) {
        const ts = venueMarket.now
        const say = (action: string, channel: string, data: () => unknown[]): void =>
          hub.publish(`${channel} ${listing.symbol}`, () => ({
            action,
            arg: argOf(channel, listing),
            data: data(),
            ts,
          }))
        say('update', 'trade', () => own.map(tradeRow))
        say('snapshot', 'ticker', () => [streamTicker(venueMarket, listing)])
      }
    },
    shutdown: () => hub.close(1001, 'going away'),
  }
}
