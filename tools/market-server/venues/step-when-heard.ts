import type { ConnectionHandler, VenueServer } from './simulated-venue.ts'

/** The server of a venue that lets a step pass while nobody is connected: of thirty venues most speak to nobody. */
export function stepWhenHeard(server: VenueServer): VenueServer {
  const listeners = new Set<ConnectionHandler>()
  return {
    ...server,
    connect(connection) {
      const handler = server.connect(connection)
      if (!handler) return null
      const listener: ConnectionHandler = {
        ...handler,
        closed() {
          listeners.delete(listener)
          handler.closed()
        },
      }
      listeners.add(listener)
      return listener
    },
    step: (prints) => void (listeners.size > 0 && server.step(prints)),
  }
}
