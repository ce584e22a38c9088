import type { Bar } from './bar.ts'
import { minuteMs } from './bar.ts'
import type { Listing } from './listing.ts'

const minutesPerDay = 1_440

/** Statistics of a listing since 00:00 UTC. */
export interface DayStats {
  readonly open: number
  readonly high: number
  readonly low: number
  /** Units of the base. */
  readonly base: number
  /** Units of the quote. */
  readonly quote: number
  readonly count: number
}

/** Sum of the whole minutes of one day so far, in the tape's own quote. */
interface Sum extends DayStats {
  readonly midnight: number
  /** Newest minute inside. */
  readonly until: number
}

/** Cached per listing: a list of every pair reads all of them every few seconds. */
const sums = new WeakMap<Listing, Sum>()

/**
 * Statistics of a listing today at the market time `now` (ms UTC, never earlier than in the last call); null
 * without trades.
 */
export function todayOf(listing: Listing, now: number): DayStats | null {
  const { bars } = listing.tape
  const minute = Math.floor(now / minuteMs)
  const midnight = minute - (minute % minutesPerDay)
  const known = sums.get(listing)
  let sum = known?.midnight === midnight ? known : { ...nothing, midnight, until: midnight - 1 }
  let fresh = bars.length
  while ((bars[fresh - 1]?.minute ?? -1) > sum.until) fresh -= 1
  for (const bar of bars.slice(fresh)) if (bar.minute < minute) sum = add(sum, bar)
  sums.set(listing, sum)
  const newest = bars.at(-1)
  const all = newest?.minute === minute ? add(sum, newest) : sum
  return all.count === 0 ? null : inListingQuote(listing, all)
}

const nothing: DayStats = { open: 0, high: 0, low: Infinity, base: 0, quote: 0, count: 0 }

const add = (sum: Sum, bar: Bar): Sum => ({
  midnight: sum.midnight,
  until: bar.minute,
  open: sum.count === 0 ? bar.open : sum.open,
  high: Math.max(sum.high, bar.high),
  low: Math.min(sum.low, bar.low),
  base: sum.base + bar.base,
  quote: sum.quote + bar.quote,
  count: sum.count + bar.count,
})

/** Converted to the listing's quote; price gaps within the day are ignored. */
const inListingQuote = (
  listing: Listing,
  { midnight, open, high, low, base, quote, count }: Sum,
): DayStats => ({
  open: listing.price(open, midnight * minuteMs),
  high: listing.price(high),
  low: listing.price(low),
  base,
  quote: quote * listing.rate,
  count,
})
