import ReconnectingWebSocket from 'partysocket/ws'
import type { StreamCall } from '../../exchanges/feeds/stream-call.ts'
import { createDecodeQueue } from './decode-queue.ts'
import { createEarlyReconnect } from './early-reconnect.ts'
import { type DecodedFrame, framingOf } from './framing.ts'
import { createSendQueue } from './send-queue.ts'
import { createWatchdog } from './watchdog.ts'

/** A WebSocket that reconnects after growing, jittered waits, and keeps to the venue's framing and heartbeat. */
export interface Socket {
  send(frame: unknown): void
  /** To be called once a second: sends heartbeats and replaces a dead connection. `now` is wall clock, ms. */
  tick(now: number): void
  /** Connects again at once. */
  reconnect(): void
  close(): void
  /** Whether frames can be sent. */
  readonly ready: boolean
}

interface SocketHandlers {
  /** The URL to open: the stream's, or one requested from the venue. Rejects where none is to be had now. */
  url(): Promise<string>
  /** Frames can be sent, after each (re)connection: subscriptions and other state of the stream begin anew. */
  onReady(): void
  /** The connection is gone. */
  onClosed?(): void
  onMessage(message: unknown): void
  /** A frame could not be decoded, or not be handled. */
  onUnreadable(error: unknown): void
}

/** A connection that was up for so long (ms) resets the reconnection delay. */
const minUptime = 10_000

/** An answer to a heartbeat repeats what the venue sent: most characters of one, and bytes that may wait unsent. */
const maxAnswerLength = 1000
const maxUnsentBytes = 64 * 1024

/** @param gapMs minimum time between two frames we send, ms */
export function openSocket(call: StreamCall, handlers: SocketHandlers, gapMs = 0): Socket {
  const framing = framingOf(call)
  const socket = new ReconnectingWebSocket(() => handlers.url(), [], {
    // Clients of one outage must not come back in step.
    minReconnectionDelay: 500 + Math.random() * 1500,
    maxReconnectionDelay: 45_000 + Math.random() * 30_000,
    reconnectionDelayGrowFactor: 1.7,
    connectionTimeout: 10_000,
    minUptime,
    maxEnqueuedMessages: 0,
  })
  socket.binaryType = 'arraybuffer'
  const queue = createSendQueue(gapMs, (frame) => void socket.send(frame))
  const send = (frame: unknown) => queue.push(framing.encode(frame))
  const reconnect = () => socket.reconnect()
  const watchdog = createWatchdog({ ...framing, ...call.heartbeat }, { send, reconnect })
  const earlyReconnect = createEarlyReconnect(reconnect)
  let ready = false
  let closed = false
  const decodeQueue = createDecodeQueue(framing, {
    onFrame: handle,
    onUnreadable: (error) => handlers.onUnreadable(error),
  })

  function begin(): void {
    ready = true
    watchdog.markReady(Date.now())
    for (const frame of call.handshake?.frames ?? [])
      send(typeof frame === 'function' ? frame(Date.now()) : frame)
    handlers.onReady()
  }
  /** Sends at once, ahead of the queue: a venue that asks faster than it reads is not answered. */
  function answer(text: string): void {
    if (text.length <= maxAnswerLength && socket.bufferedAmount <= maxUnsentBytes) socket.send(text)
  }
  function handle(frame: DecodedFrame): void {
    // It was still being decoded when the socket was closed.
    if (closed) return
    if (frame.kind === 'ready') {
      if (!ready) begin()
    } else if (frame.kind === 'reply') answer(frame.text)
    else if (frame.kind === 'closing') earlyReconnect.request(Date.now())
    else if (frame.kind === 'message' && call.isClosing?.(frame.message)) earlyReconnect.request(Date.now())
    else if (frame.kind === 'message') {
      const due = call.heartbeat?.answer?.(frame.message) ?? null
      if (due !== null) answer(framing.encode(due))
      handlers.onMessage(frame.message)
    }
  }
  socket.addEventListener('open', () => {
    watchdog.markOpened(Date.now())
    decodeQueue.reset()
    queue.clear()
    queue.pause(call.handshake?.waitMs ?? 0)
    if (framing.readyOnOpen) begin()
  })
  socket.addEventListener('close', () => {
    ready = false
    queue.clear()
    earlyReconnect.cancel()
    handlers.onClosed?.()
  })
  socket.addEventListener('message', (event) => {
    watchdog.markReceived(Date.now())
    decodeQueue.take(event.data as string | ArrayBuffer)
  })
  return {
    send,
    tick(now) {
      // Before it is ready too: a venue that never greets would otherwise be waited for in vain.
      if (socket.readyState === WebSocket.OPEN) watchdog.tick(now)
      earlyReconnect.tick(now)
    },
    reconnect,
    close() {
      closed = true
      queue.clear()
      socket.close()
    },
    get ready() {
      return ready && socket.readyState === WebSocket.OPEN
    },
  }
}
