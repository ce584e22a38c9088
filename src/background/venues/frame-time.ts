import type { Tick } from '../../market/tick.ts'

/** Rows whose times are compared. */
const sampleSize = 15
/** A row so far (ms) ahead of its frame has a broken clock. */
const maxAheadMs = 60_000
/** A frame may be so far (ms) from the one before, or from our own clock, before the next one has to agree. */
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
}

/**
 * The median of some rows' times, so that no single broken row can move the engine's clock into the future, where
 * every correct frame would look old. A venue's clock may be wrong for a moment in all rows at once: a jump to a
 * time that is not ours either counts only when the next frame makes it too.
 */
export function createFrameClock(): FrameClock {
  let doubtedAt = 0
  return {
    timeOf(ticks, known, receivedAt, isRound = false) {
      const at = medianTime(ticks, receivedAt)
      const jumps = known > 0 && Math.abs(at - known) > maxJumpMs && Math.abs(at - receivedAt) > maxJumpMs
      const isRepeated = doubtedAt > 0 && Math.abs(at - doubtedAt) < maxJumpMs
      const isConfirmed = jumps && (isRepeated || (isRound && ticks.length >= minRoundRows))
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
