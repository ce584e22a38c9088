import { gzipSync } from 'node:zlib'
import { byListing, type VenueTrade } from '../../market/venue-trades.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { objectIn } from '../client-message.ts'
import type { Client, Stream } from '../hub.ts'
import { openHub } from '../hub.ts'
import { type Match, matchesOf, statsRow } from './rows.ts'

// Pings and their deadline: https://www.htx.com/en-us/opend/newApiPages/ (heartbeat); two unanswered ones close
// the connection, which is after about 15 s.
const pingEveryMs = 5_000
const deadlineMs = 15_000

const allTickersTopic = 'market.tickers'
const topicPattern = /^market\.([^.]+)\.(?:trade\.detail|detail)$/

/** What a market's socket tells. */
export interface StreamContent {
  matchesOf(venueTrades: readonly VenueTrade[]): Match[]
  /** Whether it has tickers. */
  readonly hasTickers: boolean
}

const spot: StreamContent = {
  matchesOf: (venueTrades) => matchesOf(venueTrades, 'tradeId'),
  hasTickers: true,
}

/** Opens the socket path `/ws`. One topic a frame. */
export function openStream(venueMarket: VenueMarket, wall: () => number, content = spot): Stream {
  const changed = openChangedPairs(venueMarket)
  let spoken = Math.floor(venueMarket.now / 1_000)
  const hub = openHub(
    wall,
    (client) => (text) => {
      const message = objectIn(text)
      if (!message) return complain(client, undefined, 'not json, is not json string')
      // The client's own ping also proves that it is alive.
      if ('pong' in message || 'ping' in message) client.aliveAt = wall()
      if ('ping' in message) hub.send(client, { pong: message.ping })
      if ('sub' in message) subscribe(client, String(message.sub), message.id)
      if ('unsub' in message) unsubscribe(client, String(message.unsub), message.id)
    },
    (message) => gzipSync(JSON.stringify(message)),
  )
  function complain(client: Client, id: unknown, message: string): void {
    hub.send(client, {
      id,
      status: 'error',
      'err-code': 'bad-request',
      'err-msg': message,
      ts: venueMarket.now,
    })
  }
  function subscribe(client: Client, topic: string, id: unknown): void {
    const symbol = topicPattern.exec(topic)?.[1]
    const isTickers = topic === allTickersTopic || !topic.includes('.trade.')
    if ((topic !== allTickersTopic && symbol === undefined) || (isTickers && !content.hasTickers))
      return complain(client, id, `invalid topic ${topic}`)
    if (symbol !== undefined && !venueMarket.streamed(symbol))
      return complain(client, id, `invalid symbol ${symbol}`)
    client.topics.add(topic)
    hub.send(client, { id, status: 'ok', subbed: topic, ts: venueMarket.now })
    if (topic === allTickersTopic)
      hub.send(client, tickers(venueMarket.listings.filter(({ tape }) => tape.last > 0)))
  }
  function unsubscribe(client: Client, topic: string, id: unknown): void {
    if (!client.topics.delete(topic)) return complain(client, id, `unsub with not subbed topic ${topic}`)
    hub.send(client, { id, status: 'ok', unsubbed: topic, ts: venueMarket.now })
  }
  const tickers = (listings: readonly Listing[]) => ({
    ch: allTickersTopic,
    status: 'ok',
    ts: venueMarket.now,
    data: listings.map((listing) => ({ symbol: listing.symbol, ...statsRow(venueMarket, listing) })),
  })
  function care(client: Client, now: number): void {
    if (now - client.aliveAt >= deadlineMs) return hub.disconnect(client, 1003, 'ping check expired')
    if (now - client.probedAt < pingEveryMs) return
    client.probedAt = now
    hub.send(client, { ping: now })
  }
  return {
    connect: (connection) => hub.connect(connection),
    step(venueTrades) {
      for (const client of hub.clients) care(client, wall())
      for (const [listing, own] of byListing(venueTrades)) {
        const ch = `market.${listing.symbol}.trade.detail`
        // A taker order is a frame of its own.
        for (const tick of content.matchesOf(own).toReversed())
          hub.publish(ch, () => ({ ch, ts: venueMarket.now, tick }))
        const detail = `market.${listing.symbol}.detail`
        const id = listing.tape.lastId
        const tick = () => ({ id, version: id, ...statsRow(venueMarket, listing) })
        hub.publish(detail, () => ({ ch: detail, ts: venueMarket.now, tick: tick() }))
      }
      const second = Math.floor(venueMarket.now / 1_000)
      if (second === spoken) return
      spoken = second
      const news = changed()
      if (news.length > 0) hub.publish(allTickersTopic, () => tickers(news))
    },
    shutdown: () => hub.close(1001, 'going away'),
  }
}

/** Tracks what was last sent, so that only changed pairs are sent again. */
function openChangedPairs(venueMarket: VenueMarket): () => Listing[] {
  const lastSent = new Map<Listing, number>()
  return () =>
    venueMarket.listings.filter((listing) => {
      const { changes } = listing.tape.day
      const isNew = lastSent.get(listing) !== changes && listing.tape.last > 0
      lastSent.set(listing, changes)
      return isNew
    })
}
