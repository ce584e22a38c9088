import { BUY_TURNOVER, BUYS, COUNT, fields, RUSH, RUSH_LEVELS, span, SWEEP, TURNOVER } from './tape-fields.ts'
import type { Tape } from './tape.ts'

/**
 * Sums of taker orders within (at − windowSeconds, at]. Turnover in quote; `rush` are buy orders with several
 * fills, `rushLevels` those at several prices, `sweep` is ln(high / low) of the widest buy order.
 */
export interface TapeWindow {
  turnover: number
  buyTurnover: number
  count: number
  buys: number
  rush: number
  rushLevels: number
  sweep: number
  /** Seconds with at least one buy order. */
  buySeconds: number
}

/** Sums over a window of at most 60 s that ends at `at` (ms). Cost: one pass over its seconds. */
export function tapeWindow(tape: Tape, at: number, windowSeconds: number): TapeWindow {
  return tapeWindows(tape, at, [windowSeconds])[0]!
}

/** As `tapeWindow` for several windows, in one pass back from `at`. @param lengths seconds, shortest first */
export function tapeWindows(
  { seconds, sums }: Tape,
  at: number,
  lengths: readonly number[],
): readonly TapeWindow[] {
  const sum: TapeWindow = {
    turnover: 0,
    buyTurnover: 0,
    count: 0,
    buys: 0,
    rush: 0,
    rushLevels: 0,
    sweep: 0,
    buySeconds: 0,
  }
  let second = Math.floor(at / 1000)
  const now = second
  return lengths.map((length) => {
    for (; second > now - length; second--) {
      const slot = second % span
      if (seconds[slot] !== second) continue
      const base = slot * fields
      sum.turnover += sums[base + TURNOVER]!
      sum.buyTurnover += sums[base + BUY_TURNOVER]!
      sum.count += sums[base + COUNT]!
      sum.buys += sums[base + BUYS]!
      sum.rush += sums[base + RUSH]!
      sum.rushLevels += sums[base + RUSH_LEVELS]!
      sum.sweep = Math.max(sum.sweep, sums[base + SWEEP]!)
      if (sums[base + BUYS]! > 0) sum.buySeconds++
    }
    return { ...sum }
  })
}
