import { byListing } from '../../market/venue-trades.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { objectIn, stringsIn } from '../client-message.ts'
import type { Client, Stream } from '../hub.ts'
import { openHub } from '../hub.ts'
import { tickerRow, tradeRow } from './rows.ts'

// https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html#websocket-heartbeats and #rate-limits
const heartbeatEveryMs = 30_000
const respondWithinMs = 5_000
const maxChannels = 400
const requestsPerSecond = 100

const channelPattern = /^(trade|ticker)\.(.+)$/

/** Opens `/exchange/v1/market`: a heartbeat every 30 s, to be answered within 5 s. */
export function openStream(venueMarket: VenueMarket, wall: () => number): Stream {
  const hub = openHub(wall, (client) => {
    const mayAsk = openRequestBudget(wall)
    return (text) => {
      const request = objectIn(text)
      const { id = -1, method = 'ERROR', params } = request ?? {}
      const reply = (code: number, message?: string): void => {
        const error = message === undefined ? {} : { message, original: text }
        hub.send(client, { id, method, code, ...error })
      }
      if (!mayAsk()) return reply(42901, 'TOO_MANY_REQUESTS')
      if (method === 'public/respond-heartbeat')
        return void (id === client.probedAt && (client.aliveAt = wall()))
      if (method !== 'subscribe' && method !== 'unsubscribe') return reply(40002, 'METHOD_NOT_FOUND')
      const channels = stringsIn((params as { channels?: unknown } | undefined)?.channels)
      if (channels.length === 0 || !channels.every(isKnown)) return reply(40003, 'INVALID_REQUEST')
      if (method === 'unsubscribe') for (const channel of channels) client.topics.delete(channel)
      else if (new Set([...client.topics, ...channels]).size > maxChannels)
        return reply(40107, 'EXCEED_MAX_SUBSCRIPTIONS')
      else for (const channel of channels) client.topics.add(channel)
      reply(0)
    }
  })
  const isKnown = (channel: string): boolean =>
    venueMarket.streamed(channelPattern.exec(channel)?.[2] ?? '') !== null
  function care(client: Client, now: number): void {
    const { probedAt, aliveAt } = client
    if (probedAt > aliveAt && now - probedAt >= respondWithinMs)
      return hub.disconnect(client, 1000, 'heartbeat')
    if (now - probedAt < heartbeatEveryMs) return
    client.probedAt = now
    hub.send(client, { id: now, method: 'public/heartbeat', code: 0 })
  }
  function say(channel: 'trade' | 'ticker', symbol: string, data: () => unknown[]): void {
    const subscription = `${channel}.${symbol}`
    hub.publish(subscription, () => {
      const result = { instrument_name: symbol, subscription, channel, data: data() }
      return { id: -1, method: 'subscribe', code: 0, result }
    })
  }
  return {
    connect: (connection) => hub.connect(connection),
    step(venueTrades) {
      for (const client of hub.clients) care(client, wall())
      for (const [listing, own] of byListing(venueTrades)) {
        // Newest first.
        say('trade', listing.symbol, () => own.toReversed().map(tradeRow))
        say('ticker', listing.symbol, () => [tickerRow(venueMarket, listing)])
      }
    },
    shutdown: () => hub.close(1013, 'Server restarting -- try again later'),
  }
}

/**
 * A hundred requests in each calendar second; in the second in which the connection was opened, only the share
 * that is left of it. Hence the documented advice to wait a second after opening.
 */
function openRequestBudget(wall: () => number): () => boolean {
  const opened = wall()
  let second = Math.floor(opened / 1_000)
  let left = Math.floor((requestsPerSecond * (1_000 - (opened % 1_000))) / 1_000)
  return () => {
    const now = Math.floor(wall() / 1_000)
    if (now !== second) left = requestsPerSecond
    second = now
    left -= 1
    return left >= 0
  }
}
