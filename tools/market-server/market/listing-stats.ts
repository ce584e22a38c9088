import type { Bar } from './bar.ts'
import { minuteMs } from './bar.ts'
import type { TickerStats } from './ticker-stats.ts'
import { tickerStatsOf } from './ticker-stats.ts'
import type { Listing } from './listing.ts'

/** A bar of a listing's tape, converted to the listing's quote. */
export function listingBar(listing: Listing, bar: Bar): Bar {
  const at = bar.minute * minuteMs
  const factor = listing.rate * listing.factor(at)
  return {
    ...bar,
    open: listing.price(bar.open, at),
    high: listing.price(bar.high, at),
    low: listing.price(bar.low, at),
    close: listing.price(bar.close, at),
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
  const bars = tape.bars.slice(tape.day.first).map((bar) => listingBar(listing, bar))
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
