import type { JsonObject } from '../../../../src/exchanges/wire/json.ts'
import { byListing } from '../../market/venue-trades.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { objectIn, stringsIn } from '../client-message.ts'
import { isoMicros } from '../iso-micros.ts'
import type { Client, Stream } from '../hub.ts'
import { openHub } from '../hub.ts'
import { systemStatus } from './rows.ts'
import { streamTicker, streamTrade } from './stream-rows.ts'

// https://docs.kraken.com/api/docs/guides/spot-ws-intro
const maxIdleMs = 60_000
const heartbeatEveryMs = 1_000
const maxPastTrades = 50

/** Opens `/v2`. Symbols are `BTC/USD` here; every symbol of a request is acknowledged or refused separately. */
export function openStream(venueMarket: VenueMarket, wall: () => number): Stream {
  const named = new Map(venueMarket.listings.map((listing) => [`${listing.base}/${listing.quote}`, listing]))
  let connections = 0
  let system = systemStatus(venueMarket).status
  /** Clients that have not received the venue's status: nothing can be sent during the upgrade. */
  const newcomers = new Set<Client>()
  const hub = openHub(wall, (client) => {
    newcomers.add(client)
    return (text) => {
      client.aliveAt = wall()
      const request = objectIn(text)
      const times = { time_in: isoMicros(venueMarket.now), time_out: isoMicros(venueMarket.now) }
      const { method, params, req_id } = request ?? {}
      const id = req_id === undefined ? {} : { req_id }
      if (method === 'ping') return hub.send(client, { method: 'pong', ...id, ...times })
      if (method !== 'subscribe' && method !== 'unsubscribe')
        return hub.send(client, {
          error: 'Malformed request',
          method: 'error',
          success: false,
          ...id,
          ...times,
        })
      order(client, method, (params ?? {}) as JsonObject, { ...id, ...times })
    }
  })
  function order(
    client: Client,
    method: string,
    { channel, symbol, snapshot }: JsonObject,
    more: JsonObject,
  ): void {
    const known = channel === 'trade' || channel === 'ticker'
    if (!known)
      return hub.send(client, {
        error: `Channel ${String(channel)} not supported`,
        method,
        success: false,
        ...more,
      })
    for (const name of stringsIn(symbol)) {
      const listing = venueMarket.streamed(named.get(name)?.symbol ?? '')
      if (!listing) {
        const error = `Currency pair not supported ${name}`
        hub.send(client, { error, method, success: false, symbol: name, ...more })
        continue
      }
      const wantsPast = snapshot === undefined ? channel === 'ticker' : snapshot === true
      if (method === 'subscribe') client.topics.add(`${channel} ${name}`)
      else client.topics.delete(`${channel} ${name}`)
      const result =
        method === 'subscribe' ? { channel, snapshot: wantsPast, symbol: name } : { channel, symbol: name }
      hub.send(client, { method, result, success: true, ...more })
      if (method === 'subscribe' && wantsPast)
        hub.send(client, { channel, type: 'snapshot', data: past(channel, listing) })
    }
  }
  const past = (channel: 'trade' | 'ticker', listing: Listing): unknown[] =>
    channel === 'ticker'
      ? [streamTicker(venueMarket, listing)]
      : venueMarket.latestTrades(listing, maxPastTrades).map(streamTrade)
  function tellStatus(client: Client): void {
    const data = [{ api_version: 'v2', connection_id: ++connections, system, version: '2.0.10' }]
    hub.send(client, { channel: 'status', type: 'update', data })
  }
  function care(client: Client, now: number): void {
    if (client.topics.size === 0 && now - client.aliveAt >= maxIdleMs)
      return hub.disconnect(client, 1000, 'idle')
    if (client.topics.size === 0 || now - client.probedAt < heartbeatEveryMs) return
    client.probedAt = now
    hub.send(client, { channel: 'heartbeat' })
  }
  return {
    connect: (connection) => hub.connect(connection),
    step(venueTrades) {
      const { status } = systemStatus(venueMarket)
      const untold = status === system ? newcomers : hub.clients
      system = status
      for (const client of untold) tellStatus(client)
      newcomers.clear()
      for (const client of hub.clients) care(client, wall())
      for (const [listing, own] of byListing(venueTrades)) {
        const name = `${listing.base}/${listing.quote}`
        const update = (channel: string, data: () => unknown[]): void =>
          hub.publish(`${channel} ${name}`, () => ({ channel, type: 'update', data: data() }))
        update('trade', () => own.map(streamTrade))
        update('ticker', () => [streamTicker(venueMarket, listing)])
      }
    },
    shutdown: () => hub.close(1001, 'going away'),
  }
}
