import { MINUTE } from './bar.ts'
import type { Good } from './good.ts'

const MINUTES_A_DAY = 1_440

/** What was traded of a good since 00:00 UTC. */
export interface Today {
  readonly open: number
  readonly high: number
  readonly low: number
  /** Units of the base. */
  readonly base: number
  /** Units of the quote. */
  readonly quote: number
  readonly count: number
}

/**
 * Today's figures at the market time `now`; null where nothing has traded yet. Read from the newest
 * bar back, for a list of every pair asks for all of them at once.
 */
export function todayOf(good: Good, now: number): Today | null {
  const { bars } = good.tape
  const minute = Math.floor(now / MINUTE)
  const midnight = minute - (minute % MINUTES_A_DAY)
  let [open, high, low, base, quote, count] = [0, 0, Infinity, 0, 0, 0]
  for (let i = bars.length - 1; i >= 0; i--) {
    const bar = bars[i]
    if (!bar || bar.minute < midnight) break
    open = bar.open
    high = Math.max(high, bar.high)
    low = Math.min(low, bar.low)
    base += bar.base
    quote += bar.quote
    count += bar.count
  }
  if (count === 0) return null
  const [opened, highest, lowest] = [good.price(open, midnight * MINUTE), good.price(high), good.price(low)]
  return { open: opened, high: highest, low: lowest, base, quote: quote * good.rate, count }
}
