import type { Events } from '../market/events.ts'
import { noEvents } from '../market/events.ts'
import type { TakerOrder } from '../market/order.ts'
import { smallMarket, T0 } from '../small-market.ts'
import type { Call, Desk, Line, Reply, Venue } from './venue.ts'

/** A client's end of one line, raw: frames as they came, and what the venue did besides. */
export interface Tap {
  readonly frames: (string | Uint8Array)[]
  /** The frames that came since the last call, as JSON. */
  news(): unknown[]
  readonly closed: number[]
  readonly pings: number
  say(frame: unknown): void
  pong(): void
}

/** A venue on hand-made orders, with both clocks in hand. */
export interface Played {
  readonly desk: Desk
  get(url: string): Reply & { readonly json: unknown }
  tap(url: string): Tap
  /** The market goes on to so many ms after `T0`. */
  run(ms: number): void
  /** Wall time goes by. */
  wait(ms: number): void
}

/** Opens a venue one market second after `T0`, on what happened until then. */
export function play(venue: Venue, orders: readonly TakerOrder[], events: Partial<Events> = {}): Played {
  const market = smallMarket(orders, { ...noEvents, ...events })
  market.advance(T0 + 1_000)
  let wall = 1_700_000_000_000
  const desk = venue.open(market, () => wall)
  return {
    desk,
    get(url) {
      const reply = desk.answer(callOf(url))
      return {
        ...reply,
        json: reply.headers['content-type']?.includes('json') ? JSON.parse(reply.body || 'null') : null,
      }
    },
    tap: (url) => openTap(desk, callOf(url)),
    run: (ms) => desk.step(market.advance(T0 + ms)),
    wait(ms) {
      wall += ms
      desk.step([])
    },
  }
}

function callOf(url: string): Call {
  const { host, pathname, searchParams } = new URL(url)
  return { method: 'GET', host, path: pathname, query: searchParams }
}

/** @throws Error where nothing listens */
function openTap(desk: Desk, call: Call): Tap {
  const frames: (string | Uint8Array)[] = []
  const closed: number[] = []
  let told = 0
  let pings = 0
  const line: Line = {
    ...call,
    send: (frame) => frames.push(frame),
    ping: () => pings++,
    close: (code) => closed.push(code),
  }
  const talk = desk.connect(line)
  if (!talk) throw new Error(`Nothing listens at ${call.host}${call.path}`)
  return {
    frames,
    closed,
    get pings() {
      return pings
    },
    news() {
      const fresh = frames.slice(told)
      told = frames.length
      return fresh.map((frame) => JSON.parse(Buffer.from(frame).toString()) as unknown)
    },
    say: (frame) => talk.message(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    pong: () => talk.pong(),
  }
}
