import type { Deal } from '../market/deals.ts'
import type { Line, Talk } from './venue.ts'

/** One client's socket at a venue. Times are wall clock, ms. */
export interface Guest {
  readonly line: Line
  /** What it listens to, in words of the venue's own. */
  readonly topics: Set<string>
  readonly openedAt: number
  /** When the venue last asked for a sign of life, and when it last had the one it wants. */
  askedAt: number
  aliveAt: number
}

/** Everybody connected to a venue's sockets. */
export interface Room {
  readonly guests: ReadonlySet<Guest>
  connect(line: Line): Talk
  /** Says a message to one. */
  tell(guest: Guest, message: unknown): void
  /** Says a message to all who listen to a topic; nothing is made where nobody does. */
  say(topic: string, message: () => unknown): void
  /** Shows one out; what it still says is not heard. */
  dismiss(guest: Guest, code: number, reason: string): void
  close(code: number, reason: string): void
}

/** The sockets of a venue, as its desk hands them on. */
export interface Stream {
  connect(line: Line): Talk
  /** The market has moved; this is what happened on the venue. */
  step(deals: readonly Deal[]): void
  /** Closes all, with the venue's words for it. */
  goodbye(): void
}

/**
 * Opens a room. Nothing reaches a guest before the first step after it came: the upgrade is still under way.
 *
 * @param admit takes a guest in; returns what is done with the text it says
 * @param write how the venue frames a message
 */
export function openRoom(
  wall: () => number,
  admit: (guest: Guest) => (text: string) => void,
  write: (message: unknown) => string | Uint8Array = (message) => JSON.stringify(message),
): Room {
  const guests = new Set<Guest>()
  const dismiss = (guest: Guest, code: number, reason: string): void => {
    if (guests.delete(guest)) guest.line.close(code, reason)
  }
  return {
    guests,
    dismiss,
    connect(line) {
      const now = wall()
      const guest: Guest = { line, topics: new Set(), openedAt: now, askedAt: now, aliveAt: now }
      guests.add(guest)
      const hear = admit(guest)
      return {
        message: (text) => void (guests.has(guest) && hear(text)),
        pong: () => void (guest.aliveAt = wall()),
        closed: () => void guests.delete(guest),
      }
    },
    tell: ({ line }, message) => line.send(write(message)),
    say(topic, message) {
      const listening = [...guests].filter(({ topics }) => topics.has(topic))
      if (listening.length === 0) return
      const frame = write(message())
      for (const { line } of listening) line.send(frame)
    },
    close(code, reason) {
      for (const guest of guests) dismiss(guest, code, reason)
    },
  }
}

/** Shows out, with an ordinary closing, whom nothing was heard of since `before` (wall clock, ms). */
export function dismissSilent(room: Room, before: number): void {
  for (const guest of room.guests) if (guest.aliveAt < before) room.dismiss(guest, 1000, 'No messages')
}
