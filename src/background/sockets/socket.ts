import ReconnectingWebSocket from 'partysocket/ws'
import type { StreamCall } from '../../exchanges/feeds/stream-call.ts'
import { framingOf, type Heard } from './framing.ts'
import { createPace } from './send-queue.ts'

/** A socket that stays: reconnects with growing, jittered waits, and keeps the line as its venue wants it kept. */
export interface Socket {
  send(frame: unknown): void
  /** To be called often: says what keeps the line open, and renews one that answers no more. `now` is wall clock, ms. */
  beat(now: number): void
  /** Connects again at once. */
  renew(): void
  close(): void
  /** Whether frames can be sent. */
  readonly ready: boolean
}

interface Ears {
  /** The address to open: the stream's, or one that must be asked for first. Rejects where there is none now. */
  address(): Promise<string>
  /** After each (re)connection, once frames can be sent. Derived state of the stream starts anew. */
  onReady(): void
  onMessage(message: unknown): void
  /** A frame that is not what the venue's frames are. */
  onNoise(): void
}

/** A connection that stays up for so long (ms) has its waiting time reset. */
const minUptime = 10_000
/** A line whose beats are answered by nothing for so long (ms) is dead, whatever the socket says. */
const deafMs = 60_000

/** @param gapMs least time between two frames of ours, ms */
export function openSocket(call: StreamCall, ears: Ears, gapMs = 0): Socket {
  const framing = framingOf(call)
  const socket = new ReconnectingWebSocket(() => ears.address(), [], {
    // Clients of one outage must not come back in step.
    minReconnectionDelay: 500 + Math.random() * 1500,
    maxReconnectionDelay: 45_000 + Math.random() * 30_000,
    reconnectionDelayGrowFactor: 1.7,
    connectionTimeout: 10_000,
    minUptime,
    maxEnqueuedMessages: 0,
  })
  socket.binaryType = 'arraybuffer'
  const pace = createPace(gapMs, (frame) => void socket.send(frame))
  let ready = false
  let closed = false
  let heardAt = 0
  let saidAt = 0
  /** Frames that take time to unpack are heard in the order they came. */
  let turn: Promise<void> | null = null

  const send = (frame: unknown) => pace.push(framing.wrap(frame))

  function greet(): void {
    ready = true
    saidAt = Date.now()
    for (const frame of call.handshake?.frames ?? []) send(frame)
    ears.onReady()
  }
  function hear(heard: Heard): void {
    // What was still being unpacked when the line was closed.
    if (closed) return
    if (heard.kind === 'ready') greet()
    else if (heard.kind === 'say') socket.send(heard.text)
    else if (heard.kind === 'gone') socket.reconnect()
    else if (heard.kind === 'message') {
      const answer = call.heartbeat?.answer?.(heard.message) ?? null
      // An answer is owed at once, whatever else waits to be said.
      if (answer !== null) socket.send(framing.wrap(answer))
      ears.onMessage(heard.message)
    }
  }
  function take(data: string | ArrayBuffer): void {
    try {
      const heard = turn === null ? framing.take(data) : turn.then(() => framing.take(data))
      if (heard instanceof Promise) turn = heard.then(hear).catch(() => ears.onNoise())
      else hear(heard)
    } catch {
      ears.onNoise()
    }
  }
  socket.addEventListener('open', () => {
    heardAt = Date.now()
    turn = null
    pace.clear()
    pace.rest(call.handshake?.waitMs ?? 0)
    if (framing.readyAtOnce) greet()
  })
  socket.addEventListener('close', () => {
    ready = false
    pace.clear()
  })
  socket.addEventListener('message', (event) => {
    heardAt = Date.now()
    take(event.data as string | ArrayBuffer)
  })
  return {
    send,
    beat(now) {
      const ping = call.heartbeat?.ping
      if (!ready || !ping) return
      if (now - heardAt > Math.max(deafMs, 2 * ping.everyMs)) {
        heardAt = now
        return socket.reconnect()
      }
      if (now - saidAt < ping.everyMs) return
      saidAt = now
      send(ping.frame)
    },
    renew: () => socket.reconnect(),
    close() {
      closed = true
      pace.clear()
      socket.close()
    },
    get ready() {
      return ready && socket.readyState === WebSocket.OPEN
    },
  }
}
