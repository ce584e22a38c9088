import type { Client, Hub } from './hub.ts'
import type { Connection, ConnectionHandler } from './simulated-venue.ts'

/** The load balancer in front of a room: cuts lines over which nothing went for too long. */
export interface IdleCutoff {
  connect(connection: Connection): ConnectionHandler
  /**
   * Cuts the idle lines, without a closing frame.
   * @param mostMs longest silence borne of a guest, wall clock
   */
  cut(maxSilenceMs: (client: Client) => number): void
}

/** Watches the lines of a room: a frame either way counts, protocol pongs too. */
export function openIdleCutoff(hub: Hub, wall: () => number): IdleCutoff {
  const busyAt = new WeakMap<Connection, number>()
  return {
    connect(connection) {
      const busy = (): void => void busyAt.set(watched, wall())
      const watched: Connection = {
        ...connection,
        send(frame) {
          busy()
          connection.send(frame)
        },
      }
      busy()
      const handler = hub.connect(watched)
      return {
        message(text) {
          busy()
          handler.message(text)
        },
        pong() {
          busy()
          handler.pong()
        },
        closed: () => handler.closed(),
      }
    },
    cut(maxSilenceMs) {
      for (const client of hub.clients) {
        const silence = wall() - (busyAt.get(client.connection) ?? client.openedAt)
        if (silence >= maxSilenceMs(client)) hub.disconnect(client, 1006, '')
      }
    },
  }
}
