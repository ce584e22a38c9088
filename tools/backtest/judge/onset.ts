import { hitWindow } from './announcement.ts'

const halfLifeMs = 30 * 60_000
const onsetRise = 1.05
const secondMs = 1000

/**
 * Finds when announced pumps began to move: the first second in the hit window whose price is 5 % or more
 * above its moving average with a half-life of 30 min. The average takes in a price only when the next
 * second comes, so a price is never compared with itself. Cost: one exponential per second with trades.
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
  /** First announcement whose window may still come. */
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

/** Takes in a price; times do not run backwards. */
export function watchPrice(watch: OnsetWatch, at: number, price: number): void {
  const second = Math.floor(at / secondMs)
  if (second > watch.second) {
    closeSecond(watch)
    if (watch.second < 0) watch.average = price
    else {
      const keep = 0.5 ** (((second - watch.second) * secondMs) / halfLifeMs)
      watch.average = keep * watch.average + (1 - keep) * watch.price
    }
    watch.second = second
  }
  watch.price = price
}

/** Judges the second that just ended; to be called once more after the last price. */
export function closeSecond(watch: OnsetWatch): void {
  const at = watch.second * secondMs
  for (let index = watch.next; index < watch.announcements.length; index++) {
    const window = hitWindow(watch.announcements[index] ?? 0)
    if (at > window.to) watch.next = index + 1
    if (at < window.from) return
    if (at <= window.to && watch.price >= onsetRise * watch.average) watch.onsets[index] ??= at
  }
}
