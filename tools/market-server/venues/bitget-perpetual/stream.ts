import type { JsonObject } from '../../../../src/exchanges/wire/json.ts'
import type { ContractMarket } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { byListing } from '../../market/venue-trades.ts'
import type { Client, Stream } from '../hub.ts'
import { openSessions } from '../bitget/sessions.ts'
import { liquidationRow, tradeRow } from './rows.ts'

const instType = 'usdt-futures'
const liquidations = { instType, topic: 'liquidation' }
const tradesOf = ({ symbol }: Listing) => ({ instType, topic: 'publicTrade', symbol })
/** Trades sent on subscribing. */
const pastTrades = 50

/** Opens the public stream of API v3. */
export function openStream(venueMarket: VenueMarket, contracts: ContractMarket, wall: () => number): Stream {
  const { hub, complain, toggle, dropSilent } = openSessions(wall, order)
  function order(client: Client, op: 'subscribe' | 'unsubscribe', arg: JsonObject): void {
    const listing = venueMarket.streamed(String(arg.symbol))
    const isAll = arg.topic === 'liquidation'
    if (arg.instType !== instType || !(isAll || (arg.topic === 'publicTrade' && listing))) {
      const named = `instType:${String(arg.instType)},topic:${String(arg.topic)},symbol:${String(arg.symbol)}`
      return complain(client, 30001, `${named} doesn't exist`, { arg })
    }
    if (!toggle(client, op, isAll ? 'liquidation' : `publicTrade ${String(arg.symbol)}`, arg)) return
    if (op === 'unsubscribe' || !listing) return
    const data = venueMarket.latestTrades(listing, pastTrades).toReversed().map(tradeRow)
    hub.send(client, { action: 'snapshot', arg, data, ts: venueMarket.now })
  }
  return {
    connect: (connection) => hub.connect(connection),
    step(venueTrades) {
      dropSilent()
      const ts = venueMarket.now
      for (const [listing, own] of byListing(venueTrades))
        hub.publish(`publicTrade ${listing.symbol}`, () => ({
          action: 'update',
          arg: tradesOf(listing),
          data: own.map(tradeRow),
          ts,
        }))
      const data = contracts.takeLiquidations().map(liquidationRow)
      if (data.length > 0)
        hub.publish('liquidation', () => ({ action: 'update', arg: liquidations, data, ts }))
    },
    shutdown: () => hub.close(1001, 'going away'),
  }
}
