import type { Tick } from '../../market/tick.ts'

/** Rows whose times are compared. */
const sampleSize = 15
/** A row so far (ms) ahead of its frame has a broken clock. */
const maxAheadMs = 60_000
/** In a frame of fewer rows a single broken clock could move the median. */
const minTrustedRows = 3
/** A frame of few rows may jump so far (ms) before the next one has to agree. */
const maxJumpMs = 600_000

/** The market clock of a venue, by its frames. */
export interface FrameClock {
  /**
   * The market time of a frame, or null where it is not plausible yet.
   *
   * @param known the newest market time so far, ms UTC; 0 before the first frame
   * @param fallback for an empty frame
   */
  timeOf(ticks: readonly Tick[], known: number, fallback: number): number | null
}

/**
 * The median of some rows' times, so that no single broken row can move the engine's clock into the future, where
 * every correct frame would look old. In frames of one or two rows, as sent by venues with one message a pair, a
 * jump counts only when the next frame makes it too.
 */
export function createFrameClock(): FrameClock {
  let doubtedAt = 0
  return {
    timeOf(ticks, known, fallback) {
      const at = medianTime(ticks, fallback)
      const jumps = known > 0 && ticks.length < minTrustedRows && Math.abs(at - known) > maxJumpMs
      const isConfirmed = jumps && doubtedAt > 0 && Math.abs(at - doubtedAt) < maxJumpMs
      doubtedAt = jumps && !isConfirmed ? at : 0
      return jumps && !isConfirmed ? null : at
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
