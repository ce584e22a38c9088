import type { Events } from '../market/events.ts'
import type { TakerOrder } from '../market/order.ts'
import { order, smallMarket, T0 } from '../small-market.ts'
import type { Desk, Reply, Venue } from './venue.ts'

/** A client on one line, as bare as it comes. */
export interface Visit {
  /** Every frame so far, oldest first. */
  readonly frames: readonly (string | Uint8Array)[]
  /** The same, read as JSON. */
  readonly messages: readonly unknown[]
  /** Codes with which the venue closed the line. */
  readonly closed: readonly number[]
  /** Says a text as it is, anything else as JSON. */
  say(frame: unknown): void
}

/** A desk on a market that can be counted by hand, with both clocks in hand. */
export interface SmallDesk {
  readonly desk: Desk
  get(url: string): Reply
  /** The body of a GET. */
  read(url: string): unknown
  /** @throws Error where nothing listens */
  visit(url: string): Visit
  /** Moves the market to so many ms after T0. */
  run(ms: number): void
  /** Lets wall time pass, in ms. */
  wait(ms: number): void
}

/** One sweep of SYS over two prices after half a second, one sale after two and a half, and ETH beside it. */
const few: readonly TakerOrder[] = [
  order('SYSBTC', 500, 'buy', [5_000, 3], [5_010, 4]),
  order('ETHBTC', 900, 'buy', [7_000_000, 1]),
  order('SYSBTC', 2_500, 'sell', [4_990, 5]),
  order('SYSBTC', 86_400_000, 'sell', [4_990, 5]),
]

/** Opens a venue on a handful of trades. */
export function openSmallDesk(venue: Venue, events?: Events, orders = few): SmallDesk {
  const market = smallMarket(orders, events)
  // A full second, for limits that go by the calendar.
  let wall = 1_700_000_000_000
  const desk = venue.open(market, () => wall)
  const callOf = (url: string) => {
    const { hostname: host, pathname, searchParams } = new URL(url)
    return { method: 'GET', host, path: pathname, query: searchParams }
  }
  const get = (url: string): Reply => desk.answer(callOf(url))
  return {
    desk,
    get,
    read: (url) => JSON.parse(get(url).body) as unknown,
    visit(url) {
      const frames: (string | Uint8Array)[] = []
      const closed: number[] = []
      const talk = desk.connect({
        ...callOf(url),
        send: (frame) => frames.push(frame),
        ping: () => undefined,
        close: (code) => closed.push(code),
      })
      if (!talk) throw new Error(`Nothing listens at ${url}`)
      return {
        frames,
        closed,
        get messages() {
          return frames.map((frame) => JSON.parse(String(frame)) as unknown)
        },
        say: (frame) => talk.message(typeof frame === 'string' ? frame : JSON.stringify(frame)),
      }
    },
    run: (ms) => desk.step(market.advance(T0 + ms)),
    wait(ms) {
      wall += ms
      desk.step([])
    },
  }
}
