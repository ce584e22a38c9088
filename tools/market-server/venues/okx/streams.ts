import type { JsonObject } from '../../../../src/exchanges/wire/json.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueTrade } from '../../market/venue-trades.ts'
import { byListing } from '../../market/venue-trades.ts'
import type { Print } from '../../market/order.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { objectIn } from '../client-message.ts'
import type { ContractUnit } from '../contract-units.ts'
import { plainDecimal } from '../plain-decimal.ts'
import { spotUnit } from '../spot-unit.ts'
import type { Client, Hub } from '../hub.ts'
import { disconnectSilent, openHub } from '../hub.ts'

// https://www.okx.com/docs-v5/en/#overview-websocket: 480 subscribe or unsubscribe operations an hour on one
// connection; a connection without traffic for 30 s is closed unless the client sends the text `ping`.

const maxOperations = 480
const hourMs = 3_600_000
const maxSilenceMs = 30_000

/** What is traded in one of the exchange's markets, as far as its stream goes. */
export interface Product {
  /** The topic of an argument; null where it is none of this market's. */
  topicOf(arg: JsonObject): string | null
  /** What is told at once to who subscribes to the argument; absent: nothing. */
  greeting?(arg: JsonObject): unknown
  /** Tells what happened. */
  step(prints: readonly Print[], publish: Hub['publish']): void
}

/** The public stream: one address for all markets. */
export function openStreams(
  products: readonly Product[],
  wall: () => number,
): Pick<Hub, 'connect'> & { step(prints: readonly Print[]): void; shutdown(): void } {
  const connId = 'a4d3ae55'
  const fail = (client: Client, code: string, msg: string): void =>
    hub.send(client, { event: 'error', code, msg, connId })
  const hub = openHub(wall, (client) => {
    let orders: number[] = []
    return (text) => {
      client.aliveAt = wall()
      if (text === 'ping') return client.connection.send('pong')
      const { op, args } = objectIn(text) ?? {}
      if ((op !== 'subscribe' && op !== 'unsubscribe') || !Array.isArray(args))
        return fail(client, '60012', `Illegal request: ${text}`)
      orders = [...orders.filter((at) => wall() - at < hourMs), wall()]
      if (orders.length > maxOperations) return fail(client, '60014', 'Requests too frequent')
      for (const arg of args as readonly JsonObject[]) {
        const product = products.find(({ topicOf }) => topicOf(arg) !== null)
        const topic = product?.topicOf(arg) ?? null
        // Each argument is answered by itself.
        if (topic === null) {
          fail(client, '60018', `Wrong URL or ${named(arg)} doesn't exist.`)
          continue
        }
        if (op === 'subscribe') client.topics.add(topic)
        else client.topics.delete(topic)
        hub.send(client, { event: op, arg, connId })
        const greeting = op === 'subscribe' && product?.greeting?.(arg)
        if (greeting) hub.send(client, greeting)
      }
    }
  })
  return {
    connect: (connection) => hub.connect(connection),
    shutdown() {
      const msg = 'The connection will soon be closed for a service upgrade. Please reconnect.'
      for (const client of hub.clients) hub.send(client, { event: 'notice', code: '64008', msg, connId })
      hub.close(1001, '')
    },
    step(prints) {
      disconnectSilent(hub, wall() - maxSilenceMs)
      for (const product of products) product.step(prints, (topic, message) => hub.publish(topic, message))
    },
  }
}

/** The trades of the pairs that a market lists. @param unitOf the unit of a contract; absent: they are spot pairs */
export function tradesProduct(
  venueMarket: VenueMarket,
  unitOf: (listing: Listing) => ContractUnit = () => spotUnit,
): Product {
  const topic = (symbol: string): string => `trades ${symbol}`
  return {
    topicOf: ({ channel, instId }) =>
      channel === 'trades' && venueMarket.streamed(String(instId)) ? topic(String(instId)) : null,
    step(prints, publish) {
      for (const [listing, venueTrades] of byListing(venueMarket.tradesOf(prints))) {
        const { symbol } = listing
        for (const merged of mergedByPrice(venueTrades))
          publish(topic(symbol), () => ({
            arg: { channel: 'trades', instId: symbol },
            data: [trade(merged, unitOf(listing))],
          }))
      }
    },
  }
}

const named = (arg: JsonObject): string =>
  Object.entries(arg)
    .map(([key, value]) => `${key}:${String(value)}`)
    .join()

/** The channel merges the fills of one taker order at one price. */
function mergedByPrice(venueTrades: readonly VenueTrade[]): VenueTrade[][] {
  const merged: VenueTrade[][] = []
  for (const venueTrade of venueTrades) {
    const group = merged.at(-1)
    if (group?.[0]?.order === venueTrade.order && group[0].price === venueTrade.price) group.push(venueTrade)
    else merged.push([venueTrade])
  }
  return merged
}

function trade(fills: readonly VenueTrade[], { priced, contracts }: ContractUnit): unknown {
  const { listing, at, price, side, id } = fills.at(-1)!
  return {
    instId: listing.symbol,
    tradeId: String(id),
    px: plainDecimal(priced(price)),
    sz: plainDecimal(contracts(fills.reduce((sum, { amount }) => sum + amount, 0))),
    side,
    ts: String(at),
    count: String(fills.length),
    source: '0',
    seqId: id,
  }
}
