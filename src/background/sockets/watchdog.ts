import type { Heartbeat } from '../../exchanges/feeds/stream-call.ts'

/** Sends heartbeats, and replaces a connection that is silent for too long. All times are wall clock, ms. */
export interface Watchdog {
  /** The connection opened; frames cannot be sent yet. */
  markOpened(now: number): void
  /** A frame of any kind arrived. */
  markReceived(now: number): void
  /** Frames can be sent from now on: the first heartbeat is due one period later. */
  markReady(now: number): void
  /** To be called once a second while the connection is open. */
  tick(now: number): void
}

interface Connection {
  send(frame: unknown): void
  reconnect(): void
}

/** A connection without any frame for so long (ms) in spite of heartbeats is dead, whatever its `readyState`. */
const minDeadMs = 60_000
/**
 * Without heartbeats silence may be that of a quiet market: after so long (ms) the connection is replaced all the
 * same, for it may as well be dead; after twice as long where the one before was silent too.
 */
const quietMs = 120_000
const maxQuietMs = 1_920_000
/** What arrives within so long (ms) after opening answers our own frames, and is no sign of a busy market. */
const greetingMs = 10_000

/** @param heartbeat what keeps the connection open; empty: nothing does */
export function createWatchdog({ ping, serverEveryMs }: Heartbeat, connection: Connection): Watchdog {
  const beatMs = ping?.everyMs ?? serverEveryMs
  let openedAt = 0
  let receivedAt = 0
  /** Null until frames can be sent. */
  let sentAt: number | null = null
  let silentConnections = 0

  function maxSilenceMs(): number {
    if (beatMs === undefined) return Math.min(maxQuietMs, quietMs * 2 ** silentConnections)
    return Math.max(minDeadMs, 2 * beatMs)
  }
  return {
    markOpened(now) {
      openedAt = receivedAt = now
      sentAt = null
    },
    markReceived(now) {
      receivedAt = now
      if (now - openedAt > greetingMs) silentConnections = 0
    },
    markReady(now) {
      sentAt = now
    },
    tick(now) {
      // The clock was set back: silence is counted from here.
      receivedAt = Math.min(receivedAt, now)
      if (now - receivedAt > maxSilenceMs()) {
        receivedAt = now
        silentConnections++
        return connection.reconnect()
      }
      if (!ping || sentAt === null || Math.abs(now - sentAt) < ping.everyMs) return
      sentAt = now
      connection.send(typeof ping.frame === 'function' ? ping.frame(now) : ping.frame)
    },
  }
}
