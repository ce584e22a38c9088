import type { Client, Hub } from './hub.ts'
import type { Connection, ConnectionHandler } from './simulated-venue.ts'

/** The load balancer in front of a venue: drops connections without traffic for too long. */
export interface IdleCutoff {
  connect(connection: Connection): ConnectionHandler
  /**
   * Drops the idle connections, without a closing frame.
   *
   * @param maxSilenceMs longest silence allowed for a client, wall clock
   */
  cut(maxSilenceMs: (client: Client) => number): void
}

/** Watches the connections of a hub: a frame either way counts as traffic, protocol pongs too. */
export function openIdleCutoff(hub: Hub, wall: () => number): IdleCutoff {
  const activeAt = new WeakMap<Connection, number>()
  return {
    connect(connection) {
      const touch = (): void => void activeAt.set(counted, wall())
      const counted: Connection = {
        ...connection,
        send(frame) {
          touch()
          connection.send(frame)
        },
      }
      touch()
      const handler = hub.connect(counted)
      return {
        message(text) {
          touch()
          handler.message(text)
        },
        pong() {
          touch()
          handler.pong()
        },
        closed: () => handler.closed(),
      }
    },
    cut(maxSilenceMs) {
      for (const client of hub.clients) {
        const silence = wall() - (activeAt.get(client.connection) ?? client.openedAt)
        if (silence >= maxSilenceMs(client)) hub.disconnect(client, 1006, '')
      }
    },
  }
}
