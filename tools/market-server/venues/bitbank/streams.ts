import { byListing } from '../../market/venue-trades.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { jsonIn } from '../client-message.ts'
import type { Client, Stream } from '../hub.ts'
import { openHub } from '../hub.ts'
import { openThrottle } from '../throttle.ts'
import { circuitOf, tickerOf, transactionOf } from './rows.ts'

const pingEveryMs = 25_000
const pongWithinMs = 20_000

/**
 * Socket.IO 4 over Engine.IO 4: `0{…}` opens, the client's `40` is answered, `2` expects a `3` every 25 s, and a
 * client that owes it for 20 s more is disconnected; `42[…]` carries an event. Joining a room is neither
 * acknowledged nor refused.
 * https://github.com/bitbankinc/bitbank-api-docs/blob/master/public-stream.md
 */
export function openStreams(venueMarket: VenueMarket, wall: () => number): Stream {
  const hub = openHub(wall, receive, (packet) => String(packet))
  const connected = new WeakSet<Client>()
  const modes = new Map(venueMarket.listings.map((listing) => [listing, venueMarket.status(listing)]))
  const throttle = openThrottle(venueMarket, 1_000)
  return {
    connect: (connection) => hub.connect(connection),
    step(venueTrades) {
      for (const client of hub.clients) care(client)
      for (const [{ symbol }, own] of byListing(venueTrades))
        say(`transactions_${symbol}`, () => ({ transactions: own.map(transactionOf) }))
      for (const listing of throttle(venueTrades))
        say(`ticker_${listing.symbol}`, () => tickerOf(venueMarket, listing))
      for (const listing of venueMarket.listings) sayBreaker(listing)
    },
    // The protocol has no shutdown message.
    shutdown: () => hub.close(1001, ''),
  }

  function receive(client: Client): (text: string) => void {
    const open = {
      sid: `q${hub.clients.size}`,
      upgrades: [],
      pingInterval: pingEveryMs,
      pingTimeout: pongWithinMs,
    }
    hub.send(client, `0${JSON.stringify({ ...open, maxPayload: 1_000_000 })}`)
    return (text) => {
      if (text === '3') client.aliveAt = wall()
      else if (text === '40') {
        connected.add(client)
        hub.send(client, `40${JSON.stringify({ sid: `s${hub.clients.size}` })}`)
      } else if (!text.startsWith('42') || !execute(client, text.slice(2))) hub.disconnect(client, 1000, '')
    }
  }

  /** @returns the packet of an event, or null; unknown events are ignored */
  function execute(client: Client, event: string): boolean {
    const message = jsonIn(event)
    if (!Array.isArray(message)) return false
    const [name, room_name] = message as readonly unknown[]
    if (!connected.has(client) || typeof room_name !== 'string') return true
    if (name === 'leave-room') client.topics.delete(room_name)
    if (name !== 'join-room') return true
    if (!venueMarket.unstreamed.has(room_name.replace('transactions_', ''))) client.topics.add(room_name)
    const listing = venueMarket.listing(room_name.replace('circuit_break_info_', ''))
    if (listing) hub.send(client, packetOf(room_name, circuitOf(venueMarket, listing)))
    return true
  }

  function care(client: Client): void {
    const now = wall()
    const owes = client.probedAt > client.aliveAt
    const idleCutoff = !connected.has(client) && now - client.openedAt >= pingEveryMs + pongWithinMs
    if (idleCutoff || (owes && now - client.probedAt >= pongWithinMs)) return hub.disconnect(client, 1000, '')
    if (owes || now - client.probedAt < pingEveryMs) return
    client.probedAt = now
    hub.send(client, '2')
  }

  function say(name: string, data: () => unknown): void {
    hub.publish(name, () => packetOf(name, data()))
  }

  function sayBreaker(listing: Listing): void {
    const mode = venueMarket.status(listing)
    if (modes.get(listing) === mode) return
    modes.set(listing, mode)
    say(`circuit_break_info_${listing.symbol}`, () => circuitOf(venueMarket, listing))
  }
}

const packetOf = (room_name: string, data: unknown): string =>
  `42${JSON.stringify(['message', { room_name, message: { data } }])}`
