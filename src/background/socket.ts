import ReconnectingWebSocket from 'partysocket/ws'
import type { StreamCall } from '../exchanges/exchange.ts'

/** A socket that stays: reconnects with growing, jittered waits, and says what it heard and when. */
export interface Socket {
  send(frame: unknown): void
  /** Connects again at once. */
  renew(): void
  close(): void
  /** Wall clock of the last message, ms; 0 before the first. */
  readonly heardAt: number
  readonly open: boolean
}

interface Ears {
  /** After each (re)connection. Derived state of the stream starts anew. */
  onOpen(): void
  onMessage(message: unknown): void
  /** A frame that is no JSON. */
  onNoise(): void
}

/** A connection that stays up for so long (ms) has its waiting time reset. */
const minUptime = 10_000

export function openSocket(call: StreamCall, ears: Ears): Socket {
  const socket = new ReconnectingWebSocket(call.url, [], {
    // Clients of one outage must not come back in step.
    minReconnectionDelay: 500 + Math.random() * 1500,
    maxReconnectionDelay: 45_000 + Math.random() * 30_000,
    reconnectionDelayGrowFactor: 1.7,
    connectionTimeout: 10_000,
    minUptime,
    maxEnqueuedMessages: 0,
  })
  let heardAt = 0
  socket.addEventListener('open', () => {
    for (const frame of call.hello) socket.send(JSON.stringify(frame))
    ears.onOpen()
  })
  socket.addEventListener('message', (event) => {
    heardAt = Date.now()
    let message: unknown
    try {
      message = JSON.parse(String(event.data))
    } catch {
      return ears.onNoise()
    }
    ears.onMessage(message)
  })
  return {
    send: (frame) => void socket.send(JSON.stringify(frame)),
    renew: () => socket.reconnect(),
    close: () => socket.close(),
    get heardAt() {
      return heardAt
    },
    get open() {
      return socket.readyState === WebSocket.OPEN
    },
  }
}
