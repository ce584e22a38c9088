import type { Market } from '../market/market.ts'
import type { Print } from '../market/order.ts'
import type { VenueMarket } from '../market/venue-market.ts'

/** One HTTP request as a venue sees it. */
export interface Call {
  readonly method: string
  readonly host: string
  readonly path: string
  readonly query: URLSearchParams
}

/** A venue's answer; `weight` is what it cost in the venue's own currency. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly weight: number
}

/** The venue's end of one WebSocket. */
export interface Connection {
  readonly host: string
  readonly path: string
  readonly query: URLSearchParams
  /** Bytes go as a binary frame. */
  send(frame: string | Uint8Array): void
  ping(): void
  /** With 1006: cut, without a closing frame. */
  close(code: number, reason: string): void
}

/** What a venue does with one WebSocket. */
export interface ConnectionHandler {
  /** A client's frame; a binary one is decoded as UTF-8. */
  message(text: string): void
  pong(): void
  closed(): void
}

/** A venue open for business on one market. */
export interface VenueServer {
  /** What it lists: the truth its wire is held against. */
  readonly venueMarket: VenueMarket
  /** The trading page and its files, asked first; null for what is none of it. Faults leave pages alone. */
  page(call: Call): Reply | null
  answer(call: Call): Reply
  /**
   * How this venue words a refusal with an HTTP status, e.g. 429; `retryAfter` in seconds. Status 200
   * asks for the body of an error, with the status the venue gives its errors.
   */
  refusal(status: number, retryAfter: number): Reply
  /** HTTP status with which the venue turns a new socket away of itself now; null, or no such rule: it is let in. */
  refuses?(host: string): number | null
  /** Null where nothing listens at the path. */
  connect(connection: Connection): ConnectionHandler | null
  /** The market has moved to its `now`; these fills happened. */
  step(prints: readonly Print[]): void
  /** Announces that the sockets are about to be closed, where the venue has words for it, and closes them. */
  shutdown(): void
}

/** One exchange to be played, as a value. */
export interface SimulatedVenue {
  readonly id: string
  readonly hosts: readonly string[]
  /** @param wall the wall clock (ms): budgets and pings are about real time, data about market time */
  open(market: Market, wall: () => number): VenueServer
}

const json = { 'content-type': 'application/json;charset=UTF-8' }

/** A JSON answer. */
export function jsonReply(
  body: unknown,
  weight = 1,
  status = 200,
  headers: Record<string, string> = {},
): Reply {
  return { status, headers: { ...json, ...headers }, body: JSON.stringify(body), weight }
}

/** Where nothing is. */
export const notFound: Reply = { status: 404, headers: {}, body: '', weight: 0 }
