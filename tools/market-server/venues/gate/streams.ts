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

/** The public stream: one message per fill, with the taker's side only. */
export function openStreams(
  venueMarket: VenueMarket,
  wall: () => number,
): Pick<Hub, 'connect'> & { step(prints: readonly Print[]): void; shutdown(): void } {
  const stamp = () => ({ time: Math.floor(venueMarket.now / 1_000), time_ms: venueMarket.now })
  const hub = openHub(wall, (client) => (text) => {
    client.aliveAt = wall()
    const { id, time, channel, event, payload } = objectIn(text) ?? {}
    const say = (answer: Record<string, unknown>): void =>
      hub.send(client, { ...stamp(), id, channel, event, ...answer })
    const fail = (code: number, message: string): void => say({ error: { code, message }, result: null })
    if (channel === 'spot.ping') return say({ channel: 'spot.pong', event: '', result: null })
    if (Math.abs(Number(time) * 1_000 - wall()) > maxClockErrorMs)
      return fail(1, 'request time is out of range')
    if (channel !== 'spot.trades') return fail(1, `unknown channel ${String(channel)}`)
    const pairs = stringsIn(payload)
    const strange = pairs.find((pair) => !venueMarket.streamed(pair))
    if (strange !== undefined) return fail(2, `unknown currency pair: ${strange}`)
    for (const pair of pairs)
      if (event === 'subscribe') client.topics.add(pair)
      else client.topics.delete(pair)
    say({ payload, result: { status: 'success' } })
  })
  return {
    connect: (connection) => hub.connect(connection),
    shutdown() {
      const msg = 'The connection will soon be closed for a service upgrade. Please reconnect.'
      const notice = { channel: 'spot.system', event: 'update', result: { type: 'upgrade', msg } }
      for (const client of hub.clients) hub.send(client, { ...stamp(), ...notice })
      hub.close(1001, '')
    },
    step(prints) {
      disconnectSilent(hub, wall() - maxSilenceMs)
      for (const venueTrade of venueMarket.tradesOf(prints))
        hub.publish(venueTrade.listing.symbol, () => ({
          ...stamp(),
          channel: 'spot.trades',
          event: 'update',
          result: trade(venueTrade),
        }))
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
