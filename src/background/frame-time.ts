import type { Tick } from '../market/tick.ts'

/** Rows looked at. */
const sample = 15
/** A row so far (ms) ahead of its frame has a broken clock. */
const aheadMs = 60_000

/**
 * The market time of a frame: the median of some rows' times, so that no single broken row can push
 * the engine's clock into the future, where every honest frame would look old.
 *
 * @returns ms UTC; `fallback` for an empty frame
 */
export function frameTime(ticks: readonly Tick[], fallback: number): number {
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
