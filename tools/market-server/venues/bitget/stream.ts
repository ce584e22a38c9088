import type { JsonObject } from '../../../../src/exchanges/wire/json.ts'
import { byListing } from '../../market/venue-trades.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { openBudget } from '../budget.ts'
import { objectIn } from '../client-message.ts'
import type { Client, Stream } from '../hub.ts'
import { openHub } from '../hub.ts'
import { streamTicker, tradeRow } from './rows.ts'

// https://www.bitget.com/api-doc/common/websocket-intro
const maxSilenceMs = 120_000
const messagesPerSecond = 10
const subscriptionsPerHour = 240
const maxBytes = 4_096
const maxChannels = 1_000

const argOf = (channel: string, { symbol: instId }: Listing) => ({ instType: 'SPOT', channel, instId })

/** Opens the public stream of API v2: text frames, kept open by the text `ping`. */
export function openStream(venueMarket: VenueMarket, wall: () => number): Stream {
  const hub = openHub(wall, (client) => {
    const second = openBudget(wall, messagesPerSecond, 1_000)
    const hour = openBudget(wall, subscriptionsPerHour, 3_600_000)
    return (text) => {
      if (second.charge(1) > 0) {
        complain(client, 30007, 'request over limit,connection close')
        return hub.disconnect(client, 1008, 'request over limit')
      }
      if (text === 'ping') {
        client.aliveAt = wall()
        return client.connection.send('pong')
      }
      if (text.length > maxBytes) return complain(client, 30002, 'Illegal request')
      const { op, args } = objectIn(text) ?? {}
      if (!Array.isArray(args)) return complain(client, 30002, 'Illegal request')
      if (op !== 'subscribe' && op !== 'unsubscribe') return complain(client, 30003, 'Invalid op')
      if (hour.charge(1) > 0) return complain(client, 30006, 'Requests too many')
      for (const arg of args as JsonObject[]) order(client, op, arg)
    }
  })
  function complain(client: Client, code: number, msg: string, more: JsonObject = {}): void {
    hub.send(client, { event: 'error', ...more, code, msg })
  }
  function order(client: Client, op: 'subscribe' | 'unsubscribe', arg: JsonObject): void {
    const { instType, channel, instId } = arg
    const topic = `${String(channel)} ${String(instId)}`
    const listing = venueMarket.streamed(String(instId))
    if (instType !== 'SPOT' || (channel !== 'ticker' && channel !== 'trade') || !listing) {
      const named = `instType:${String(instType)},channel:${String(channel)},instId:${String(instId)}`
      return complain(client, 30001, `${named} doesn't exist`, { arg })
    }
    if (op === 'unsubscribe') client.topics.delete(topic)
    else if (client.topics.size < maxChannels) client.topics.add(topic)
    else return complain(client, 30006, 'Requests too many', { arg })
    hub.send(client, { event: op, arg })
    if (op === 'unsubscribe') return
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
      for (const client of hub.clients)
        if (wall() - client.aliveAt >= maxSilenceMs) hub.disconnect(client, 1000, 'no ping')
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
