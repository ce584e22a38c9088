import { expect } from 'vitest'
import { requestedSymbol } from '../../../../src/exchanges/validate/requested-symbol.ts'
import type { Exchange } from '../../../../src/exchanges/exchange.ts'
import type { ReadKind } from '../../../../src/exchanges/feeds/rest-call.ts'
import type { RestCall } from '../../../../src/exchanges/feeds/rest-call.ts'
import type { Contract } from '../../../../src/market/contract.ts'
import { learnContracts, withContracts } from '../../../../src/exchanges/perpetual/contracts.ts'
import { type MarketRow, readMarket } from '../../../../src/exchanges/perpetual/read-market.ts'
import { type Reading, rowsOf } from '../../../../src/exchanges/validate/read.ts'
import type { VenueTrade } from '../../../../tools/market-server/market/venue-trades.ts'
import type { Listing } from '../../../../tools/market-server/market/listing.ts'
import type { Market } from '../../../../tools/market-server/market/market.ts'
import type { VenueServer, SimulatedVenue } from '../../../../tools/market-server/venues/simulated-venue.ts'
import type { StreamClient } from './stream-client.ts'
import { callOf } from './stream-client.ts'

/** The background's side of one venue server, with its own wall clock. */
export interface VenueClient {
  readonly venueServer: VenueServer
  /** Wall clock, ms. */
  readonly wall: number
  /** Lets wall time pass, ms. */
  wait(ms: number): void
  /** Of a perpetual market: the contracts of its list that are watched. */
  readonly watched: readonly Contract[]
  /** The body of an answer, after a wait long enough to stay within any budget. */
  reply(call: RestCall): string
  /**
   * One GET, after a wait long enough to stay within any budget; the rows the adapter reads, nothing dropped.
   */
  get(call: RestCall): Reading<MarketRow>
  /** Advances market and wall time together, second by second, while a stream is open; returns the fills. */
  run(streamClient: StreamClient, seconds: number): Promise<VenueTrade[]>
  /** The rows the adapter reads from messages of one kind, nothing dropped. */
  rowsIn(messages: readonly unknown[], kind: ReadKind): readonly MarketRow[]
  /** The pairs with the most trades. */
  busiestPairs(max: number): Listing[]
}

export function openVenueClient(venue: SimulatedVenue, listed: Exchange, market: Market): VenueClient {
  let wall = 1_700_000_000_000
  const venueServer = venue.open(market, () => wall)
  const exchange = withContracts(listed)
  const client = clientOf()
  // What a perpetual market sends is read by its list of contracts.
  if (exchange.perpetual) {
    const { classes } = exchange.perpetual
    learnContracts(
      exchange,
      rowsOf(client.get(exchange.symbols), 'contract'),
      classes?.classesIn(JSON.parse(client.reply(classes))),
    )
  }
  return client

  function clientOf(): VenueClient {
    return {
      venueServer,
      get wall() {
        return wall
      },
      wait: (ms) => void (wall += ms),
      get watched() {
        return [...(exchange.contracts?.values() ?? [])]
      },
      reply(call) {
        wall += 60_000
        const { status, body } = venueServer.answer(callOf(call.url, call.method, call.body))
        expect(status, `${call.url} → ${body.slice(0, 200)}`).toBe(200)
        return body
      },
      get(call) {
        const body = this.reply(call)
        const reading = readMarket(
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
      async run(streamClient, seconds) {
        const venueTrades: VenueTrade[] = []
        for (let i = 0; i < seconds; i++) {
          wall += 1_000
          const prints = market.advance(market.now + 1_000)
          venueTrades.push(...venueServer.venueMarket.tradesOf(prints))
          venueServer.step(prints)
          // A ping of the venue is answered within the second; the answer may bring the next message.
          await streamClient.settled()
          await streamClient.settled()
        }
        return venueTrades
      },
      rowsIn: (messages, kind) =>
        messages
          .filter((message) => exchange.kindOf(message) === kind)
          .flatMap((message) => {
            const reading = readMarket(exchange, kind, message, market.now)
            expect(reading.dropped, `dropped from ${JSON.stringify(message).slice(0, 300)}`).toBe(0)
            return reading.rows
          }),
      busiestPairs: (max) =>
        venueServer.venueMarket.listings
          .toSorted((a, b) => b.tape.day.count - a.tape.day.count)
          .slice(0, max),
    }
  }
}
