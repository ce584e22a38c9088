import type { Events } from '../../../../tools/market-server/market/events.ts'
import { noEvents } from '../../../../tools/market-server/market/events.ts'
import type { TakerOrder } from '../../../../tools/market-server/market/order.ts'
import { order, smallMarket, t0 } from '../small-market.ts'
import type {
  Call,
  VenueServer,
  Reply,
  SimulatedVenue,
} from '../../../../tools/market-server/venues/simulated-venue.ts'

/** A client's end of one connection: raw frames, and what else the venue did. */
export interface TestConnection {
  /** Every frame so far, oldest first. */
  readonly frames: readonly (string | Uint8Array)[]
  /** The same frames parsed as JSON. */
  readonly messages: readonly unknown[]
  /** The messages since the last call. */
  newMessages(): readonly unknown[]
  /** Codes with which the venue closed the connection. */
  readonly closed: readonly number[]
  readonly pings: number
  /** Sends a text as it is, anything else as JSON. */
  send(frame: unknown): void
  pong(): void
}

/** A venue on a market small enough to check by hand, with both clocks under control. */
export interface TestVenue {
  readonly venueServer: VenueServer
  /** `json` is null where the body is not JSON. */
  get(url: string): Reply & { readonly json: unknown }
  /** The body of a GET. */
  read(url: string): unknown
  /** @throws Error where nothing listens */
  connect(url: string): TestConnection
  /** Advances the market to `ms` after t0. */
  run(ms: number): void
  /** Lets wall time pass, ms. */
  wait(ms: number): void
}

/** One sweep of SYS over two prices after half a second, one sale after two and a half, and one ETH trade. */
const fewOrders: readonly TakerOrder[] = [
  order('SYSBTC', 500, 'buy', [5_000, 3], [5_010, 4]),
  order('ETHBTC', 900, 'buy', [7_000_000, 1]),
  order('SYSBTC', 2_500, 'sell', [4_990, 5]),
  order('SYSBTC', 86_400_000, 'sell', [4_990, 5]),
]

/** Opens a venue on a handful of orders, `from` ms after t0: earlier orders are history. */
export function openTestVenue(
  venue: SimulatedVenue,
  events: Partial<Events> = {},
  orders = fewOrders,
  from = 0,
): TestVenue {
  const market = smallMarket(orders, { ...noEvents, ...events })
  if (from > 0) market.advance(t0 + from)
  // A full second, for limits per calendar second.
  let wall = 1_700_000_000_000
  const venueServer = venue.open(market, () => wall)
  const get = (url: string) => {
    const reply = venueServer.answer(callOf(url))
    const isJson = reply.headers['content-type']?.includes('json')
    return { ...reply, json: isJson ? (JSON.parse(reply.body || 'null') as unknown) : null }
  }
  return {
    venueServer,
    get,
    read: (url) => get(url).json,
    connect: (url) => openConnection(venueServer, callOf(url)),
    run: (ms) => venueServer.step(market.advance(t0 + ms)),
    wait(ms) {
      wall += ms
      venueServer.step([])
    },
  }
}

/** Opens a venue a second after t0: its first trades have happened. */
export const openTradedVenue = (
  venue: SimulatedVenue,
  orders: readonly TakerOrder[],
  events?: Partial<Events>,
): TestVenue => openTestVenue(venue, events, orders, 1_000)

function callOf(url: string): Call {
  const { hostname: host, pathname, searchParams } = new URL(url)
  return { method: 'GET', host, path: pathname, query: searchParams }
}

function openConnection(venueServer: VenueServer, call: Call): TestConnection {
  const frames: (string | Uint8Array)[] = []
  const closed: number[] = []
  let readUpTo = 0
  let pings = 0
  const handler = venueServer.connect({
    ...call,
    send: (frame) => frames.push(frame),
    ping: () => pings++,
    close: (code) => closed.push(code),
  })
  if (!handler) throw new Error(`Nothing listens at ${call.host}${call.path}`)
  const read = (some: typeof frames) =>
    some.map((frame) => JSON.parse(Buffer.from(frame).toString()) as unknown)
  return {
    frames,
    closed,
    get pings() {
      return pings
    },
    get messages() {
      return read(frames)
    },
    newMessages() {
      const unread = frames.slice(readUpTo)
      readUpTo = frames.length
      return read(unread)
    },
    send: (frame) => handler.message(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    pong: () => handler.pong(),
  }
}
