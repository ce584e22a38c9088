import type { JsonObject } from '../../../../src/exchanges/wire/json.ts'
import type { ContractMarket } from '../../market/contracts.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { byListing } from '../../market/venue-trades.ts'
import { objectIn } from '../client-message.ts'
import type { Client, Stream } from '../hub.ts'
import { openHub } from '../hub.ts'
import { openIdleCutoff } from '../idle-cutoff.ts'
import { openBooks } from './books.ts'
import { tradeRow } from './rows.ts'

// https://hyperliquid.gitbook.io/hyperliquid-docs/for-developers/api/websocket
const maxSilenceMs = 60_000
const pastTrades = 10

/** Opens `/ws`: a subscription a frame, acknowledged by itself. */
export function openStream(venueMarket: VenueMarket, contracts: ContractMarket, wall: () => number): Stream {
  const books = openBooks(venueMarket, contracts)
  let second = Math.floor(venueMarket.now / 1_000)
  const hub = openHub(wall, (client) => (text) => {
    const { method, subscription } = objectIn(text) ?? {}
    if (method === 'ping') return hub.send(client, { channel: 'pong' })
    if (method !== 'subscribe' && method !== 'unsubscribe')
      return fail(client, `Error parsing JSON into valid websocket request: ${text}`)
    order(client, method, (subscription ?? {}) as JsonObject)
  })
  const idle = openIdleCutoff(hub, wall)
  const fail = (client: Client, data: string): void => hub.send(client, { channel: 'error', data })

  /** What a subscription is called among ours; null where there is none like it. */
  function topicOf({ type, coin, dex = '' }: JsonObject): string | null {
    if (type === 'allDexsAssetCtxs') return type
    if (type === 'assetCtxs')
      return books.names.some((name) => name === dex) ? `assetCtxs ${String(dex)}` : null
    return type === 'trades' && venueMarket.streamed(String(coin)) ? `trades ${String(coin)}` : null
  }
  function order(client: Client, method: 'subscribe' | 'unsubscribe', subscription: JsonObject): void {
    const topic = topicOf(subscription)
    const quoted = JSON.stringify(subscription)
    if (topic === null) return fail(client, `Invalid subscription ${quoted}`)
    const isOn = client.topics.has(topic)
    if (isOn === (method === 'subscribe')) return fail(client, `Already ${method}d: ${quoted}`)
    if (isOn) client.topics.delete(topic)
    else client.topics.add(topic)
    hub.send(client, { channel: 'subscriptionResponse', data: { method, subscription } })
    const listing = venueMarket.listing(String(subscription.coin))
    // The first message is of the past, and does not say so.
    if (!isOn && listing)
      hub.send(client, {
        channel: 'trades',
        data: venueMarket.latestTrades(listing, pastTrades).map(tradeRow),
      })
  }
  return {
    connect: (connection) => idle.connect(connection),
    step(venueTrades) {
      idle.cut(() => maxSilenceMs)
      for (const [{ symbol }, own] of byListing(venueTrades))
        hub.publish(`trades ${symbol}`, () => ({ channel: 'trades', data: own.map(tradeRow) }))
      const now = Math.floor(venueMarket.now / 1_000)
      if (now === second) return
      second = now
      hub.publish('allDexsAssetCtxs', () => ({
        channel: 'allDexsAssetCtxs',
        data: { ctxs: books.names.map((name) => [name, books.contexts(name)]) },
      }))
      for (const dex of books.names)
        hub.publish(`assetCtxs ${dex}`, () => ({
          channel: 'assetCtxs',
          data: { dex, ctxs: books.contexts(dex) },
        }))
    },
    shutdown: () => hub.close(1001, 'going away'),
  }
}
