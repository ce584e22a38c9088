import type { Heartbeat } from '../../exchanges/feeds/stream-call.ts'
import { elapsedMs } from '../../market/elapsed.ts'

/** Sends heartbeats, and reconnects when nothing answers them. All times are wall clock, ms. */
export interface Watchdog {
  /** The connection opened, or a frame of any kind arrived. */
  markReceived(now: number): void
  /** Frames can be sent from now on: the first heartbeat is due one period later. */
  markReady(now: number): void
  /** To be called once a second while frames can be sent. */
  tick(now: number): void
}

interface Connection {
  send(frame: unknown): void
  reconnect(): void
}

/** A connection without any frame for so long (ms) in spite of heartbeats is dead, whatever its `readyState`. */
const minDeadMs = 60_000

/** @param ping the frame that the venue expects, and how often; absent: it expects none */
export function createWatchdog(ping: Heartbeat['ping'], connection: Connection): Watchdog {
  let receivedAt = 0
  let sentAt = 0
  return {
    markReceived(now) {
      receivedAt = now
    },
    markReady(now) {
      sentAt = now
    },
    tick(now) {
      if (!ping) return
      if (elapsedMs(receivedAt, now) > Math.max(minDeadMs, 2 * ping.everyMs)) {
        receivedAt = now
        return connection.reconnect()
      }
      if (elapsedMs(sentAt, now) < ping.everyMs) return
      sentAt = now
      connection.send(ping.frame)
    },
  }
}
