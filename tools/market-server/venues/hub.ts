import type { VenueTrade } from '../market/venue-trades.ts'
import type { Connection, ConnectionHandler } from './simulated-venue.ts'

/** One client's connection to a venue. Times are wall clock, ms. */
export interface Client {
  readonly connection: Connection
  /** Its subscriptions, in the venue's own notation. */
  readonly topics: Set<string>
  readonly openedAt: number
  /** When the venue last sent a probe (ping), and when it last received the required answer. */
  probedAt: number
  aliveAt: number
}

/** All clients connected to a venue's sockets. */
export interface Hub {
  readonly clients: ReadonlySet<Client>
  connect(connection: Connection): ConnectionHandler
  /** Sends a message to one client. */
  send(client: Client, message: unknown): void
  /** Sends a message to all subscribers of a topic; it is not built where there are none. */
  publish(topic: string, message: () => unknown): void
  /** Disconnects one client; later frames of it are ignored. */
  disconnect(client: Client, code: number, reason: string): void
  close(code: number, reason: string): void
}

/** The sockets of a venue, as its server exposes them. */
export interface Stream {
  connect(connection: Connection): ConnectionHandler
  /** The market has advanced; these trades happened on the venue. */
  step(venueTrades: readonly VenueTrade[]): void
  /** Closes all connections, with the venue's message for it. */
  shutdown(): void
}

/**
 * Opens a hub. Nothing reaches a client before the first step after it connected: the upgrade is still under
 * way.
 *
 * @param admit accepts a client; returns the handler of its text frames
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
      const receive = admit(client)
      return {
        message: (text) => void (clients.has(client) && receive(text)),
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

/** Disconnects, with an ordinary closing frame, clients silent since `before` (wall clock, ms). */
export function disconnectSilent(hub: Hub, before: number): void {
  for (const client of hub.clients) if (client.aliveAt < before) hub.disconnect(client, 1000, 'No messages')
}
