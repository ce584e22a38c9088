import type { Line, Talk } from './venue.ts'

/** One client of a venue's stream host. */
export interface Seat {
  readonly line: Line
  /** What it listens to, in the venue's own words. */
  readonly topics: Set<string>
  readonly openedAt: number
  /** Wall clock (ms) of its last frame. */
  heardAt: number
}

/** The sockets of one venue. */
export interface Rooms {
  connect(line: Line): Talk
  /** Whether anybody listens: frames nobody wants need not be made. */
  wanted(topic: string): boolean
  /** To everybody who listens to a topic. */
  publish(topic: string, frame: string | Uint8Array): void
  /** Closes whom nothing was heard of for too long. To be called at every step. */
  care(): void
  closeAll(code: number, reason: string): void
}

interface House {
  /** A client that says nothing for so long (ms of wall time) is closed. */
  readonly silentMs: number
  /** What the venue says first. */
  welcome?(seat: Seat): void
  /** Takes a client's frame: keeps its topics, answers. */
  hear(seat: Seat, text: string): void
}

/** Opens the rooms of a venue. Topics are on market time, silence on wall time. */
export function openRooms(wall: () => number, house: House): Rooms {
  const seats = new Set<Seat>()
  return {
    connect(line) {
      const seat: Seat = { line, topics: new Set(), openedAt: wall(), heardAt: wall() }
      seats.add(seat)
      house.welcome?.(seat)
      return {
        message(text) {
          seat.heardAt = wall()
          house.hear(seat, text)
        },
        pong: () => undefined,
        closed: () => void seats.delete(seat),
      }
    },
    wanted(topic) {
      for (const { topics } of seats) if (topics.has(topic)) return true
      return false
    },
    publish(topic, frame) {
      for (const { line, topics } of seats) if (topics.has(topic)) line.send(frame)
    },
    care() {
      for (const seat of seats)
        if (wall() - seat.heardAt > house.silentMs) {
          seats.delete(seat)
          seat.line.close(1000, 'No messages')
        }
    },
    closeAll(code, reason) {
      for (const { line } of seats) line.close(code, reason)
    },
  }
}

/** A client's frame as an object; empty where it is none. */
export function orderOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const order: unknown = JSON.parse(text)
    return typeof order === 'object' && order !== null ? { ...order } : {}
  } catch {
    return {}
  }
}

/** The texts of a list; empty where it is none. */
export const textsOf = (list: unknown): string[] =>
  Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []
