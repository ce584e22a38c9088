import { expect } from 'vitest'
import { requestedSymbol } from '../../../src/exchanges/validate/requested-symbol.ts'
import type { Exchange } from '../../../src/exchanges/exchange.ts'
import type { ReadKind, RestCall } from '../../../src/exchanges/feeds/rest-call.ts'
import type { Reading } from '../../../src/exchanges/validate/read.ts'
import { read } from '../../../src/exchanges/validate/read.ts'
import type { Deal } from '../market/deals.ts'
import type { Good } from '../market/good.ts'
import type { Market } from '../market/market.ts'
import type { Desk, Venue } from '../venues/venue.ts'
import type { Ear } from './ear.ts'
import { callOf } from './ear.ts'

/** The background's part against one desk, with a wall clock of its own. */
export interface Client {
  readonly desk: Desk
  /** Lets wall time go by. */
  wait(ms: number): void
  /** One GET, patient, so that no budget is met; what the adapter makes of it, nothing dropped. */
  ask(call: RestCall): Reading
  /** Market and wall go on together, by the second, while a line is listened to; returns what happened. */
  run(ear: Ear, seconds: number): Promise<Deal[]>
  /** What the messages of a kind say, nothing dropped. */
  heard(messages: readonly unknown[], kind: ReadKind): Reading['rows']
  /** The pairs in which most happens. */
  busiest(most: number): Good[]
}

export function openClient(venue: Venue, exchange: Exchange, market: Market): Client {
  let wall = 1_700_000_000_000
  const desk = venue.open(market, () => wall)
  return {
    desk,
    wait: (ms) => void (wall += ms),
    ask(call) {
      wall += 60_000
      const { status, body } = desk.answer(callOf(call.url, call.method))
      expect(status, `${call.url} → ${body.slice(0, 200)}`).toBe(200)
      const reading = read(
        exchange,
        call.kind,
        JSON.parse(body),
        market.now,
        requestedSymbol(exchange, call.url),
      )
      expect(reading.dropped, `rows of ${call.url} that the adapter drops`).toBe(0)
      expect(
        reading.rows.filter(({ type }) => type === 'error'),
        call.url,
      ).toEqual([])
      return reading
    },
    async run(ear, seconds) {
      const deals: Deal[] = []
      for (let i = 0; i < seconds; i++) {
        wall += 1_000
        const prints = market.advance(market.now + 1_000)
        deals.push(...desk.shelf.dealsOf(prints))
        desk.step(prints)
        // What the venue asked is answered within the second; an answer may bring the next.
        await ear.settled()
        await ear.settled()
      }
      return deals
    },
    heard: (messages, kind) =>
      messages
        .filter((message) => exchange.kindOf(message) === kind)
        .flatMap((message) => {
          const reading = read(exchange, kind, message, market.now)
          expect(reading.dropped, `dropped from ${JSON.stringify(message).slice(0, 300)}`).toBe(0)
          return reading.rows
        }),
    busiest: (most) =>
      desk.shelf.goods.toSorted((a, b) => b.tape.day.count - a.tape.day.count).slice(0, most),
  }
}
