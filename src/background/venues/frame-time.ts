import type { Tick } from '../../market/tick.ts'

/** Rows looked at. */
const sample = 15
/** A row so far (ms) ahead of its frame has a broken clock. */
const aheadMs = 60_000
/** Fewer rows than this have no middle that a single broken clock could not move. */
const fewRows = 3
/** So far (ms) a frame of few rows may leap before the next one has to agree. */
const leapMs = 600_000

/** The clock of a venue's frames. */
export interface FrameClock {
  /**
   * The market time of a frame, or null where it cannot be believed yet.
   *
   * @param known the newest market time so far, ms UTC; 0 before the first frame
   * @param fallback for an empty frame
   */
  timeOf(ticks: readonly Tick[], known: number, fallback: number): number | null
}

/**
 * The median of some rows' times, so that no single broken row can push the engine's clock into the future,
 * where every honest frame would look old. In frames of one or two rows, as venues send that tell each pair by
 * itself, a leap counts when the next frame leaps as well.
 */
export function createFrameClock(): FrameClock {
  let doubted = 0
  return {
    timeOf(ticks, known, fallback) {
      const at = middle(ticks, fallback)
      const leaps = known > 0 && ticks.length < fewRows && Math.abs(at - known) > leapMs
      const agreed = leaps && doubted > 0 && Math.abs(at - doubted) < leapMs
      doubted = leaps && !agreed ? at : 0
      return leaps && !agreed ? null : at
    },
  }
}

function middle(ticks: readonly Tick[], fallback: number): number {
  const step = Math.max(1, Math.floor(ticks.length / sample))
  const times = ticks.filter((_, i) => i % step === 0).map((tick) => tick.at)
  return times.sort((a, b) => a - b)[times.length >> 1] ?? fallback
}

/** The rows whose own time is not ahead of the frame's. */
export function punctual(ticks: readonly Tick[], at: number): readonly Tick[] {
  return ticks.every((tick) => tick.at <= at + aheadMs)
    ? ticks
    : ticks.filter((tick) => tick.at <= at + aheadMs)
}
