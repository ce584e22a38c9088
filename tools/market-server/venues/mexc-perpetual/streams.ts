import type { ContractMarket } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import type { Print } from '../../market/order.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { byListing } from '../../market/venue-trades.ts'
import { objectIn } from '../client-message.ts'
import type { ContractUnit } from '../contract-units.ts'
import { type Client, disconnectSilent, type Hub, openHub } from '../hub.ts'
import { dealRow, streamedRow } from './rows.ts'

// https://www.mexc.com/api-docs/futures/websocket-api: whoever has not pinged for a minute is disconnected.

const maxSilenceMs = 60_000
const tickers = 'tickers'

/** The socket of contracts. */
export function openStreams(
  venueMarket: VenueMarket,
  contracts: ContractMarket,
  unitOf: (listing: Listing) => ContractUnit,
  wall: () => number,
): Hub & { step(prints: readonly Print[]): void } {
  const hub = openHub(wall, (client) => (text) => {
    client.aliveAt = wall()
    const { method, param } = objectIn(text) ?? {}
    const say = (channel: string, data: unknown) => hub.send(client, { channel, data, ts: venueMarket.now })
    if (method === 'ping') return say('pong', venueMarket.now)
    if (typeof method !== 'string') return say('rs.error', 'invalid message')
    const [, verb, channel] = /^(sub|unsub)\.(tickers|deal)$/.exec(method) ?? []
    // What it does not know it does not answer.
    if (verb === undefined) return
    const symbol = (param as { symbol?: string } | undefined)?.symbol ?? 'null'
    if (channel === 'deal' && !venueMarket.streamed(symbol))
      return say('rs.error', `Contract [${symbol}] not exists`)
    const topic = channel === 'deal' ? `deal.${symbol}` : tickers
    if (verb === 'unsub') return void client.topics.delete(topic)
    client.topics.add(topic)
    say(`rs.${method}`, 'success')
  })
  const greeted = new WeakSet<Client>()
  const sent = new Map<Listing, string>()
  let spoken = Math.floor(venueMarket.now / 1000)

  /** Once a second what changed; to whoever has just subscribed all. */
  function sayTickers(): void {
    const second = Math.floor(venueMarket.now / 1000)
    if (second === spoken) return
    spoken = second
    const listening = [...hub.clients].filter(({ topics }) => topics.has(tickers))
    if (listening.length === 0) return
    const rows = venueMarket.listings.map((listing) => {
      const terms = contracts.termsOf(listing)
      const state = `${listing.tape.day.changes} ${terms.mark}`
      const isNew = sent.get(listing) !== state
      sent.set(listing, state)
      return { isNew, row: streamedRow(venueMarket, listing, unitOf(listing), terms) }
    })
    const push = (data: unknown[]) => ({ channel: 'push.tickers', data, ts: venueMarket.now })
    const all = push(rows.map(({ row }) => row))
    const changed = push(rows.filter(({ isNew }) => isNew).map(({ row }) => row))
    for (const client of listening) {
      if (!greeted.has(client)) hub.send(client, all)
      else if (changed.data.length > 0) hub.send(client, changed)
      greeted.add(client)
    }
  }
  return {
    ...hub,
    step(prints) {
      disconnectSilent(hub, wall() - maxSilenceMs)
      for (const [listing, trades] of byListing(venueMarket.tradesOf(prints)))
        hub.publish(`deal.${listing.symbol}`, () => ({
          symbol: listing.symbol,
          data: trades.map((trade) => dealRow(trade, unitOf(listing))),
          channel: 'push.deal',
          ts: venueMarket.now,
        }))
      sayTickers()
    },
  }
}
