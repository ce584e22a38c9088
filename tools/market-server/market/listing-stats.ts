import type { Bar } from './bar.ts'
import { minuteMs } from './bar.ts'
import { onGrid } from './instrument.ts'
import type { TickerStats } from './ticker-stats.ts'
import { tickerStatsOf } from './ticker-stats.ts'
import type { Listing } from './listing.ts'

/**
 * A minute of a listing's tape, converted to the listing's quote. Where its price moves away from the tape's, it opens
 * and closes where it stood then, and reached as far beyond both as the tape did.
 *
 * @param now market time, ms: a minute that still runs closes there
 */
export function listingBar(listing: Listing, bar: Bar, now: number): Bar {
  const from = bar.minute * minuteMs
  const until = Math.max(from, Math.min(now, from + minuteMs - 1))
  const [first, last] = [listing.factor(from), listing.factor(until)]
  const factor = (listing.rate * (first + last)) / 2
  const open = listing.price(bar.open, from)
  const close = listing.price(bar.close, until)
  const beyond = (edge: (...prices: number[]) => number, reached: number) =>
    first === last
      ? listing.price(reached, from)
      : onGrid((edge(open, close) * reached) / edge(bar.open, bar.close), listing.tick)
  return {
    ...bar,
    open,
    high: beyond(Math.max, bar.high),
    low: beyond(Math.min, bar.low),
    close,
    quote: bar.quote * factor,
    buyQuote: bar.buyQuote * factor,
  }
}

/** The last 24 h of a listing. */
export function listingStats(listing: Listing): TickerStats {
  const { tape, rate } = listing
  const stats = tickerStatsOf(tape, tape.day)
  const last = listing.price(stats.last, tape.lastAt)
  if (stats.count === 0) return { ...stats, open: last, high: last, low: last, last }
  if (listing.priceGaps.length > 0 || listing.isBanded) return minuteStats(listing, { ...stats, last })
  const { open, high, low, quote, weighted } = stats
  const priced = { open: listing.price(open), high: listing.price(high), low: listing.price(low), last }
  return { ...stats, ...priced, quote: quote * rate, weighted: weighted * rate }
}

/** Computed minute by minute, since each minute may have its own factor. */
function minuteStats(listing: Listing, stats: TickerStats): TickerStats {
  const { tape } = listing
  const bars = tape.bars.slice(tape.day.first).map((bar) => listingBar(listing, bar, tape.lastAt))
  const quote = bars.reduce((sum, bar) => sum + bar.quote, 0)
  return {
    ...stats,
    open: bars[0]?.open ?? stats.last,
    high: Math.max(stats.last, ...bars.map(({ high }) => high)),
    low: Math.min(stats.last, ...bars.map(({ low }) => low)),
    quote,
    weighted: quote / stats.base,
  }
}
