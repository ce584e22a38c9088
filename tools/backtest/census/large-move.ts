// The census asks what was said of every large move, announced or not. A rise counts by itself, whoever made it.

/** Which way a price went. */
export type Direction = 'rise' | 'fall'

/** A move counts as large from `change` within `windowMs` on. */
export interface Size {
  /** Fraction of the window's lowest price for a rise, of its highest for a fall. */
  readonly change: number
  readonly windowMs: number
}

/** A large move of a pair. Times are market time, ms UTC. */
export interface LargeMove {
  readonly direction: Direction
  readonly size: Size
  /** When the price stood at the window's extreme. */
  readonly startAt: number
  /** When the move was complete. */
  readonly at: number
  /** The price then, as a fraction of the extreme, less 1: negative for a fall. */
  readonly change: number
}

const minuteMs = 60_000

/** Moves of recorded trades: 20 % in 10 min, 30 % in 15 min, 50 % in 30 min. */
export const tradeSizes: readonly Size[] = [
  { change: 0.2, windowMs: 10 * minuteMs },
  { change: 0.3, windowMs: 15 * minuteMs },
  { change: 0.5, windowMs: 30 * minuteMs },
]

/** Moves of bars, by closes and less what the median pair did: from ln 1.2 up and ln 0.8 down. */
export const barSize: Size = { change: 0.2, windowMs: 10 * minuteMs }

/** The later of two moves of one size and direction counts from so long (ms) after the earlier. */
export const tradeMovesApartMs = 6 * 60 * minuteMs
export const barMovesApartMs = 60 * minuteMs

/** A raw move from so much on, of either direction, is what an alarm beside it was about. */
export const alarmChange = 0.12
/** Where such a move is looked for: so long (ms) before the alarm and after it. */
export const beforeAlarmMs = 30 * minuteMs
export const afterAlarmMs = 60 * minuteMs
