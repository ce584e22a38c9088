import type { Guest, Room } from './room.ts'
import type { Line, Talk } from './venue.ts'

/** The load balancer in front of a room: cuts lines over which nothing went for too long. */
export interface Idle {
  connect(line: Line): Talk
  /**
   * Cuts the idle lines, without a closing frame.
   * @param mostMs longest silence borne of a guest, wall clock
   */
  cut(mostMs: (guest: Guest) => number): void
}

/** Watches the lines of a room: a frame either way counts, protocol pongs too. */
export function openIdle(room: Room, wall: () => number): Idle {
  const busyAt = new WeakMap<Line, number>()
  return {
    connect(line) {
      const busy = (): void => void busyAt.set(watched, wall())
      const watched: Line = {
        ...line,
        send(frame) {
          busy()
          line.send(frame)
        },
      }
      busy()
      const talk = room.connect(watched)
      return {
        message(text) {
          busy()
          talk.message(text)
        },
        pong() {
          busy()
          talk.pong()
        },
        closed: () => talk.closed(),
      }
    },
    cut(mostMs) {
      for (const guest of room.guests) {
        const silence = wall() - (busyAt.get(guest.line) ?? guest.openedAt)
        if (silence >= mostMs(guest)) room.dismiss(guest, 1006, '')
      }
    },
  }
}
