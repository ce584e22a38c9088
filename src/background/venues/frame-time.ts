import { elapsedMs } from '../../market/elapsed.ts'
import type { Tick } from '../../market/tick.ts'

/** Rows whose times are compared. */
const sampleSize = 15
/** A row so far (ms) ahead of its frame has a broken clock. */
const maxAheadMs = 60_000
/** A frame may be so far (ms) from the market's time, or off our own clock, before the next one has to agree. */
const maxJumpMs = 600_000

/** So many answers of a round are more than a moment. */
const minRoundRows = 3

/** The market clock of a venue, by its frames. */
export interface FrameClock {
  /**
   * The market time of a frame, or null where it is not plausible yet.
   *
   * @param known the newest market time so far, ms UTC; 0 before the first frame
   * @param receivedAt wall clock, ms; also the time of an empty frame
   * @param isRound the rows came one by one: they confirm each other
   */
  timeOf(ticks: readonly Tick[], known: number, receivedAt: number, isRound?: boolean): number | null
  /**
   * The latest time that the market can have, ms UTC; Infinity before the first frame. No trade is newer: one with
   * a clock ahead would set its pair's tape into the future, where every later one looks old.
   *
   * @param now wall clock, ms
   * @param spacing what usually lies between two frames, ms: so much of the market's time nobody has seen
   */
  latestAt(known: number, now: number, spacing: number): number
}

/**
 * The median of some rows' times, so that no single broken row can move the engine's clock into the future, where
 * every correct frame would look old. A venue's clock may be wrong for a moment in all rows at once: where a frame is
 * further ahead than time has passed and our own clock says otherwise, or behind, so that days of baselines would be
 * lost, it counts only when the next one agrees.
 */
export function createFrameClock(): FrameClock {
  let doubtedAt = 0
  /** When the newest frame that counted came, wall clock, ms; 0 before the first. */
  let countedAt = 0
  /** Whether a time ahead is ours. A clock of ours that the market does not share says nothing. */
  const isOurs = (at: number, known: number, receivedAt: number) =>
    Math.abs(at - receivedAt) <= maxJumpMs && (countedAt === 0 || Math.abs(known - countedAt) <= maxJumpMs)
  /** The market's time, had it gone on since the newest frame; before the first nobody knows how long that is. */
  const expectedAt = (known: number, now: number) =>
    known + Math.max(maxJumpMs, countedAt === 0 ? 0 : elapsedMs(countedAt, now) + maxAheadMs)
  function jumpsTo(at: number, known: number, receivedAt: number): boolean {
    if (known === 0) return false
    if (at < known) return known - at > maxJumpMs
    return at > expectedAt(known, receivedAt) && !isOurs(at, known, receivedAt)
  }
  return {
    latestAt: (known, now, spacing) => (countedAt === 0 ? Infinity : expectedAt(known, now) + 2 * spacing),
    timeOf(ticks, known, receivedAt, isRound = false) {
      const at = medianTime(ticks, receivedAt)
      const jumps = jumpsTo(at, known, receivedAt)
      const isRepeated = doubtedAt > 0 && Math.abs(at - doubtedAt) < maxJumpMs
      const isConfirmed = jumps && (isRepeated || (isRound && ticks.length >= minRoundRows))
      doubtedAt = jumps && !isConfirmed ? at : 0
      if (doubtedAt > 0) return null
      countedAt = receivedAt
      return at
    },
  }
}

function medianTime(ticks: readonly Tick[], fallback: number): number {
  const stride = Math.max(1, Math.floor(ticks.length / sampleSize))
  const times = ticks.filter((_, i) => i % stride === 0).map((tick) => tick.at)
  return times.sort((a, b) => a - b)[times.length >> 1] ?? fallback
}

/** The rows whose own time is not ahead of the frame's. */
export function withoutFutureTicks(ticks: readonly Tick[], at: number): readonly Tick[] {
  return ticks.every((tick) => tick.at <= at + maxAheadMs)
    ? ticks
    : ticks.filter((tick) => tick.at <= at + maxAheadMs)
}
