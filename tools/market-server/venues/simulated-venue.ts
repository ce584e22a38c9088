import type { Market } from '../market/market.ts'
import type { Print } from '../market/order.ts'
import type { VenueMarket } from '../market/venue-market.ts'

/** One HTTP request as a venue sees it. */
export interface Call {
  readonly method: string
  readonly host: string
  readonly path: string
  readonly query: URLSearchParams
  /** What a POST carries; absent: nothing. */
  readonly body?: string
}

/** A venue's reply; `weight` is its cost in the venue's own units. */
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
  /** Bytes are sent as a binary frame. */
  send(frame: string | Uint8Array): void
  ping(): void
  /** Code 1006 drops the connection without a closing frame. */
  close(code: number, reason: string): void
}

/** A venue's handler of one WebSocket. */
export interface ConnectionHandler {
  /** A client's frame; a binary one is decoded as UTF-8. */
  message(text: string): void
  pong(): void
  closed(): void
}

/** A venue opened on one market. */
export interface VenueServer {
  /** What it lists: the values its messages must agree with. */
  readonly venueMarket: VenueMarket
  /** The trading page and its files, tried first; null for other calls. Faults do not affect pages. */
  page(call: Call): Reply | null
  answer(call: Call): Reply
  /**
   * This venue's refusal with an HTTP status, e.g. 429; `retryAfter` in seconds. Status 200 asks for an error
   * body, with the status the venue gives its errors.
   */
  refusal(status: number, retryAfter: number): Reply
  /** HTTP status with which the venue rejects a new socket now; null or no such rule: it is accepted. */
  refuses?(host: string): number | null
  /** Null where nothing listens at the path. */
  connect(connection: Connection): ConnectionHandler | null
  /** The market has advanced to its `now`; these fills happened. */
  step(prints: readonly Print[]): void
  /**
   * Announces that the sockets are about to be closed, where the venue has a message for it, and closes them.
   */
  shutdown(): void
}

/** One exchange to simulate, as a value. */
export interface SimulatedVenue {
  readonly id: string
  readonly hosts: readonly string[]
  /** Which calls and sockets are its own, where it shares a host with its exchange's other market; absent: all. */
  serves?(call: Pick<Call, 'host' | 'path' | 'query' | 'body'>): boolean
  /** @param wall the wall clock (ms): budgets and pings use real time, data market time */
  open(market: Market, wall: () => number): VenueServer
}

/**
 * The venue that a call reaches: of several on one host the one that says so, else the one that says nothing, else
 * whichever is there.
 */
export function servingVenue<V extends Pick<SimulatedVenue, 'hosts' | 'serves'>>(
  venues: readonly V[],
  call: Parameters<NonNullable<SimulatedVenue['serves']>>[0],
): V | undefined {
  const there = venues.filter(({ hosts }) => hosts.includes(call.host))
  return there.find(({ serves }) => serves?.(call)) ?? there.find(({ serves }) => !serves) ?? there[0]
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

/** The reply of an unknown path. */
export const notFound: Reply = { status: 404, headers: {}, body: '', weight: 0 }
