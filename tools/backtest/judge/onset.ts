import { hitWindow } from './announcement.ts'

const halfLifeMs = 30 * 60_000
const onsetRise = 1.05
const secondMs = 1000

/**
 * Finds when announced pumps began to move: the first second in the hit window whose price is 5 % or more above
 * its moving average with a half-life of 30 min. A price enters the average only when the next second comes, so
 * it is never compared with itself. Cost: one exponential per second with trades.
 */
export interface OnsetWatch {
  /** Announcements of this coin, ms UTC, ascending. */
  readonly announcements: readonly number[]
  /** For each announcement: the start of its onset second, ms UTC; null while the price has not moved. */
  readonly onsets: (number | null)[]
  average: number
  /** Second (since 1970) and last price not yet in the average. */
  second: number
  price: number
  /** First announcement whose window has not passed. */
  next: number
}

/** @param announcements of the coin, ms UTC, ascending */
export function createOnsetWatch(announcements: readonly number[]): OnsetWatch {
  return {
    announcements,
    onsets: announcements.map(() => null),
    average: 0,
    second: -1,
    price: 0,
    next: 0,
  }
}

/** Adds a price; times must not decrease. */
export function watchPrice(onsetWatch: OnsetWatch, at: number, price: number): void {
  const second = Math.floor(at / secondMs)
  if (second > onsetWatch.second) {
    closeSecond(onsetWatch)
    if (onsetWatch.second < 0) onsetWatch.average = price
    else {
      const keep = 0.5 ** (((second - onsetWatch.second) * secondMs) / halfLifeMs)
      onsetWatch.average = keep * onsetWatch.average + (1 - keep) * onsetWatch.price
    }
    onsetWatch.second = second
  }
  onsetWatch.price = price
}

/** Evaluates the second that just ended; to be called once more after the last price. */
export function closeSecond(onsetWatch: OnsetWatch): void {
  const at = onsetWatch.second * secondMs
  for (let index = onsetWatch.next; index < onsetWatch.announcements.length; index++) {
    const window = hitWindow(onsetWatch.announcements[index] ?? 0)
    if (at > window.to) onsetWatch.next = index + 1
    if (at < window.from) return
    if (at <= window.to && onsetWatch.price >= onsetRise * onsetWatch.average) onsetWatch.onsets[index] ??= at
  }
}
