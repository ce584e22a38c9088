const secondMs = 1000
const hourMs = 3_600_000

/** Announcements of one coin closer than this are one event; alerts closer than this are one alarm. */
export const mergeMs = 30 * 60_000

/** A period of market time, ms UTC, both ends included. */
export interface TimeSpan {
  readonly from: number
  readonly to: number
}

/** An announced pump of a coin. */
export interface Announcement {
  readonly coin: string
  /** ms UTC. */
  readonly at: number
}

/** Period in which an alert counts as a hit: from 3 min before the announcement to 10 min after. */
export function hitWindow(at: number): TimeSpan {
  return { from: at - 180 * secondMs, to: at + 600 * secondMs }
}

/** Period in which an alert is no false alarm: from 1 h before the announcement to 6 h after. */
export function exemptWindow(at: number): TimeSpan {
  return { from: at - hourMs, to: at + 6 * hourMs }
}

/** Whether a time lies in a span. */
export function within({ from, to }: TimeSpan, at: number): boolean {
  return at >= from && at <= to
}

/**
 * The times of one coin's events: announcements within 30 min of an event's first one belong to it.
 *
 * @returns ms UTC, ascending
 */
export function eventTimes(announcements: readonly Announcement[], coin: string): number[] {
  const times = announcements.filter((each) => each.coin === coin).map(({ at }) => at)
  const events: number[] = []
  for (const at of times.sort((a, b) => a - b)) {
    const last = events.at(-1)
    if (last === undefined || at - last > mergeMs) events.push(at)
  }
  return events
}
