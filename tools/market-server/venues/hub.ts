import type { VenueTrade } from '../market/venue-trades.ts'
import type { Connection, ConnectionHandler } from './simulated-venue.ts'

/** One client's socket at a venue. Times are wall clock, ms. */
export interface Client {
  readonly connection: Connection
  /** What it listens to, in words of the venue's own. */
  readonly topics: Set<string>
  readonly openedAt: number
  /** When the venue last asked for a sign of life, and when it last had the one it wants. */
  probedAt: number
  aliveAt: number
}

/** Everybody connected to a venue's sockets. */
export interface Hub {
  readonly clients: ReadonlySet<Client>
  connect(connection: Connection): ConnectionHandler
  /** Says a message to one. */
  send(client: Client, message: unknown): void
  /** Says a message to all who listen to a topic; nothing is made where nobody does. */
  publish(topic: string, message: () => unknown): void
  /** Shows one out; what it still says is not heard. */
  disconnect(client: Client, code: number, reason: string): void
  close(code: number, reason: string): void
}

/** The sockets of a venue, as its desk hands them on. */
export interface Stream {
  connect(connection: Connection): ConnectionHandler
  /** The market has moved; this is what happened on the venue. */
  step(venueTrades: readonly VenueTrade[]): void
  /** Closes all, with the venue's words for it. */
  shutdown(): void
}

/**
 * Opens a room. Nothing reaches a guest before the first step after it came: the upgrade is still under way.
 *
 * @param admit takes a guest in; returns what is done with the text it says
 * @param write how the venue frames a message
 */
export function openHub(
  wall: () => number,
  admit: (client: Client) => (text: string) => void,
  write: (message: unknown) => string | Uint8Array = (message) => JSON.stringify(message),
): Hub {
  const clients = new Set<Client>()
  const disconnect = (client: Client, code: number, reason: string): void => {
    if (clients.delete(client)) client.connection.close(code, reason)
  }
  return {
    clients,
    disconnect,
    connect(connection) {
      const now = wall()
      const client: Client = { connection, topics: new Set(), openedAt: now, probedAt: now, aliveAt: now }
      clients.add(client)
      const hear = admit(client)
      return {
        message: (text) => void (clients.has(client) && hear(text)),
        pong: () => void (client.aliveAt = wall()),
        closed: () => void clients.delete(client),
      }
    },
    send: ({ connection }, message) => connection.send(write(message)),
    publish(topic, message) {
      const listening = [...clients].filter(({ topics }) => topics.has(topic))
      if (listening.length === 0) return
      const frame = write(message())
      for (const { connection } of listening) connection.send(frame)
    },
    close(code, reason) {
      for (const client of clients) disconnect(client, code, reason)
    },
  }
}

/** Shows out, with an ordinary closing, whom nothing was heard of since `before` (wall clock, ms). */
export function disconnectSilent(hub: Hub, before: number): void {
  for (const client of hub.clients) if (client.aliveAt < before) hub.disconnect(client, 1000, 'No messages')
}
