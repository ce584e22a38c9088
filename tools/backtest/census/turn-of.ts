import type { Anomaly } from '../../../src/market/episode.ts'

/** What an episode began with. */
export interface Beginning {
  readonly kind: Anomaly
  readonly startPrice: number
  /** The highest price when it was first told. */
  readonly peakPrice: number
}

/** Prices of one second: its newest, and its highest. Seconds without a trade repeat the newest price. */
export interface Second {
  readonly last: number
  readonly high: number
}

/** Seconds of the median, and for how many it must stand below half of the rise. */
const medianSeconds = 30
const standSeconds = 30

/**
 * The true turn of a rise: the second from which on a median of 30 s stands below half of the rise for 30 s. Each
 * second counts once, with its newest price.
 *
 * @param told index of the second in which the episode was told
 * @param until index of the second in which it ended
 * @returns the index; null where there is none
 */
export function turnOf(
  seconds: readonly Second[],
  { startPrice, peakPrice }: Pick<Beginning, 'startPrice' | 'peakPrice'>,
  told: number,
  until: number,
): number | null {
  let peak = peakPrice
  let since: number | null = null
  for (let i = told; i < until; i++) {
    peak = Math.max(peak, seconds[i]!.high)
    if (medianOf(seconds, i) < startPrice + (peak - startPrice) / 2) since ??= i
    else since = null
    if (since !== null && i - since >= standSeconds) return since
  }
  return null
}

/** Whether the price rises later, within so many seconds, above all it was until `at`. */
export function isFalse(
  seconds: readonly Second[],
  { peakPrice }: Pick<Beginning, 'peakPrice'>,
  told: number,
  at: number,
  later: number,
): boolean {
  const highest = (from: number, to: number) =>
    seconds.slice(from, to).reduce((high, second) => Math.max(high, second.high), 0)
  return highest(at + 1, at + 1 + later) > Math.max(peakPrice, highest(told, at + 1))
}

function medianOf(seconds: readonly Second[], i: number): number {
  const sorted = seconds
    .slice(Math.max(0, i - medianSeconds + 1), i + 1)
    .map(({ last }) => last)
    .sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
