import { byListing, type VenueTrade } from '../../market/venue-trades.ts'
import { objectIn, stringsIn } from '../client-message.ts'
import { type Client, openHub, type Stream } from '../hub.ts'
import { openInterestOf, type Product, type Products } from './products.ts'
import { tickerRow, tradeRow } from './rows.ts'
import { openRequestBudget } from './request-budget.ts'
import { isValuation, openValuations } from './valuations.ts'

// https://exchange-docs.crypto.com/exchange/v1/rest-ws/index.html#websocket-heartbeats and #rate-limits
const heartbeatEveryMs = 30_000
const respondWithinMs = 5_000
const maxChannels = 400

const channelPattern = /^(trade|ticker)\.(.+)$/

/** Opens `/exchange/v1/market`: a heartbeat every 30 s, to be answered within 5 s. */
export function openStream(products: Products, wall: () => number): Stream {
  const valuations = openValuations(products)
  const hub = openHub(wall, (client) => {
    const mayAsk = openRequestBudget(wall)
    return (text) => {
      const request = objectIn(text)
      const { id = -1, method = 'ERROR', params } = request ?? {}
      const reply = (code: number, message?: string, channel?: string): void => {
        const error = message === undefined ? {} : { message, original: text }
        hub.send(client, { id, method, code, ...(channel !== undefined && { channel }), ...error })
      }
      if (!mayAsk()) return reply(42901, 'TOO_MANY_REQUESTS')
      if (method === 'public/respond-heartbeat')
        return void (id === client.probedAt && (client.aliveAt = wall()))
      if (method !== 'subscribe' && method !== 'unsubscribe') return reply(40002, 'METHOD_NOT_FOUND')
      const channels = stringsIn((params as { channels?: unknown } | undefined)?.channels)
      const [values, others] = [channels.filter(isValuation), channels.filter((name) => !isValuation(name))]
      if (channels.length === 0 || !others.every(isKnown)) return reply(40003, 'INVALID_REQUEST')
      if (method === 'unsubscribe') {
        for (const channel of channels) client.topics.delete(channel)
        return reply(0)
      }
      if (new Set([...client.topics, ...channels]).size > maxChannels)
        return reply(40107, 'EXCEED_MAX_SUBSCRIPTIONS')
      for (const channel of others) client.topics.add(channel)
      if (others.length > 0) reply(0)
      // Of values there is no acknowledgement: the first carries the id of the request.
      for (const channel of values) {
        const result = valuations.of(channel)
        if (!result) reply(40003, 'Unsupported instrument', channel)
        else client.topics.add(channel)
        if (result) hub.send(client, { id, method, code: 0, result })
      }
    }
  })
  const isKnown = (channel: string): boolean => {
    const [, , symbol = ''] = channelPattern.exec(channel) ?? []
    return (products.named(symbol)?.venueMarket.streamed(symbol) ?? null) !== null
  }
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
  function sayTraded(product: Product, trades: readonly VenueTrade[]): void {
    const { listing, unit } = product
    // Newest first.
    say('trade', listing.symbol, () => trades.toReversed().map((trade) => tradeRow(trade, unit)))
    say('ticker', listing.symbol, () => [tickerRow(product, openInterestOf(products, product))])
  }
  return {
    connect: (connection) => hub.connect(connection),
    step(venueTrades) {
      for (const client of hub.clients) care(client, wall())
      for (const [{ symbol }, own] of byListing(venueTrades)) {
        const product = products.named(symbol)
        if (product) sayTraded(product, own)
      }
      const wanted = new Set([...hub.clients].flatMap(({ topics }) => [...topics].filter(isValuation)))
      for (const channel of valuations.due(wanted))
        hub.publish(channel, () => ({ id: -1, method: 'subscribe', code: 0, result: valuations.of(channel) }))
    },
    shutdown: () => hub.close(1013, 'Server restarting -- try again later'),
  }
}
