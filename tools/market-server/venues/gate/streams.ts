import type { VenueTrade } from '../../market/venue-trades.ts'
import type { Print } from '../../market/order.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { objectIn, stringsIn } from '../client-message.ts'
import { plainDecimal } from '../plain-decimal.ts'
import type { Hub } from '../hub.ts'
import { disconnectSilent, openHub } from '../hub.ts'

// https://www.gate.com/docs/developers/apiv4/ws/en/: any number of pairs in one payload; `spot.ping` keeps a
// connection open.

const maxSilenceMs = 60_000
/** A frame's own `time` may be this far from the venue's. */
const maxClockErrorMs = 60_000

/** What a market's stream takes. */
interface ChannelRules {
  /** What its channels begin with: `spot`. */
  readonly prefix: string
  /** The topic of a name in the payload of a frame; null where the stream has none. */
  topicOf(channel: string, name: string): string | null
}

/** A stream of API v4, as far as subscribing goes. */
export function openChannels(
  venueMarket: VenueMarket,
  wall: () => number,
  { prefix, topicOf }: ChannelRules,
): { hub: Hub; publish(topic: string, channel: string, result: () => unknown): void } {
  const stamp = () => ({ time: Math.floor(venueMarket.now / 1_000), time_ms: venueMarket.now })
  const hub = openHub(wall, (client) => (text) => {
    client.aliveAt = wall()
    const { id, time, channel, event, payload } = objectIn(text) ?? {}
    const say = (answer: Record<string, unknown>): void =>
      hub.send(client, { ...stamp(), id, channel, event, ...answer })
    const fail = (code: number, message: string): void => say({ error: { code, message }, result: null })
    if (channel === `${prefix}.ping`) return say({ channel: `${prefix}.pong`, event: '', result: null })
    if (Math.abs(Number(time) * 1_000 - wall()) > maxClockErrorMs)
      return fail(1, 'request time is out of range')
    const names = stringsIn(payload)
    const topics = names.map((name) => topicOf(String(channel), name))
    const strange = topics.indexOf(null)
    if (strange !== -1) return fail(2, `unknown currency pair: ${names[strange]}`)
    for (const topic of topics)
      if (event === 'subscribe') client.topics.add(topic ?? '')
      else client.topics.delete(topic ?? '')
    say({ payload, result: { status: 'success' } })
  })
  return {
    hub,
    publish: (topic, channel, result) =>
      hub.publish(topic, () => ({ ...stamp(), channel, event: 'update', result: result() })),
  }
}

/** The public stream: one message per fill, with the taker's side only. */
export function openStreams(
  venueMarket: VenueMarket,
  wall: () => number,
): Pick<Hub, 'connect'> & { step(prints: readonly Print[]): void; shutdown(): void } {
  const { hub, publish } = openChannels(venueMarket, wall, {
    prefix: 'spot',
    topicOf: (channel, name) => (channel === 'spot.trades' && venueMarket.streamed(name) ? name : null),
  })
  return {
    connect: (connection) => hub.connect(connection),
    shutdown() {
      const msg = 'The connection will soon be closed for a service upgrade. Please reconnect.'
      const time_ms = venueMarket.now
      const notice = { channel: 'spot.system', event: 'update', result: { type: 'upgrade', msg } }
      for (const client of hub.clients)
        hub.send(client, { time: Math.floor(time_ms / 1_000), time_ms, ...notice })
      hub.close(1001, '')
    },
    step(prints) {
      disconnectSilent(hub, wall() - maxSilenceMs)
      for (const venueTrade of venueMarket.tradesOf(prints))
        publish(venueTrade.listing.symbol, 'spot.trades', () => trade(venueTrade))
    },
  }
}

const trade = ({ listing, id, at, price, amount, side }: VenueTrade): unknown => ({
  id,
  id_market: id,
  create_time: Math.floor(at / 1_000),
  create_time_ms: `${at}.000000`,
  side,
  currency_pair: listing.symbol,
  amount: plainDecimal(amount),
  price: plainDecimal(price),
  range: `${id}-${id}`,
})
