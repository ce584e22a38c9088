import { gzipSync } from 'node:zlib'
import type { ContractMarket } from '../../market/contracts.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { objectIn } from '../client-message.ts'
import type { Client, Stream } from '../hub.ts'
import { openHub } from '../hub.ts'
import { liquidationRow } from './rows.ts'

const pingEveryMs = 5_000
/** Five pings without an answer. */
const deadlineMs = 30_000

const topicPattern = /^public\.(\*|[^.]+)\.liquidation_orders$/

/** Opens the socket path `/linear-swap-notification`: of its public topics, which need no key, liquidations. */
export function openNotices(
  venueMarket: VenueMarket,
  contracts: ContractMarket,
  wall: () => number,
): Omit<Stream, 'step'> & { step(): void } {
  const hub = openHub(
    wall,
    (client) => (text) => {
      const { op, cid, topic, ts } = objectIn(text) ?? {}
      if (op === 'pong' && ts === String(client.probedAt)) client.aliveAt = wall()
      if (op === 'sub' || op === 'unsub') order(client, op, String(topic), cid)
    },
    (message) => gzipSync(JSON.stringify(message)),
  )
  function order(client: Client, op: 'sub' | 'unsub', topic: string, cid: unknown): void {
    const [, symbol = ''] = topicPattern.exec(topic) ?? []
    const isKnown = symbol === '*' || venueMarket.streamed(symbol) !== null
    const about = { op, cid, topic, ts: venueMarket.now }
    if (!isKnown) return hub.send(client, { ...about, 'err-code': 2011, 'err-msg': 'Invalid topic' })
    if (op === 'sub') client.topics.add(topic)
    else client.topics.delete(topic)
    hub.send(client, { ...about, 'err-code': 0 })
  }
  function care(client: Client, now: number): void {
    if (now - client.aliveAt >= deadlineMs) return hub.disconnect(client, 1000, 'Bye')
    if (now - client.probedAt < pingEveryMs) return
    client.probedAt = now
    // A text, and on the market's socket a number.
    hub.send(client, { op: 'ping', ts: String(now) })
  }
  return {
    connect: (connection) => hub.connect(connection),
    step() {
      for (const client of hub.clients) care(client, wall())
      for (const liquidation of contracts.takeLiquidations()) {
        const topic = `public.${liquidation.listing.symbol}.liquidation_orders`
        const message = () => ({
          op: 'notify',
          topic,
          ts: venueMarket.now,
          data: [liquidationRow(liquidation)],
        })
        // Who has asked for all gets each under its own topic.
        hub.publish('public.*.liquidation_orders', message)
        hub.publish(topic, message)
      }
    },
    shutdown: () => hub.close(1001, 'going away'),
  }
}
