import type { Bar } from './bar.ts'
import { minuteMs } from './bar.ts'
import type { TickerStats } from './ticker-stats.ts'
import { tickerStatsOf } from './ticker-stats.ts'
import type { Listing } from './listing.ts'

/** A bar of a good's tape in the good's quote. */
export function listingBar(listing: Listing, bar: Bar): Bar {
  const at = bar.minute * minuteMs
  const worth = listing.rate * listing.factor(at)
  return {
    ...bar,
    open: listing.price(bar.open, at),
    high: listing.price(bar.high, at),
    low: listing.price(bar.low, at),
    close: listing.price(bar.close, at),
    quote: bar.quote * worth,
    buyQuote: bar.buyQuote * worth,
  }
}

/** The last 24 h of a good. */
export function listingStats(listing: Listing): TickerStats {
  const { tape, rate } = listing
  const played = tickerStatsOf(tape, tape.day)
  const last = listing.price(played.last, tape.lastAt)
  if (played.count === 0) return { ...played, open: last, high: last, low: last, last }
  if (listing.priceGaps.length > 0) return minuteStats(listing, { ...played, last })
  const { open, high, low, quote, weighted } = played
  const priced = { open: listing.price(open), high: listing.price(high), low: listing.price(low), last }
  return { ...played, ...priced, quote: quote * rate, weighted: weighted * rate }
}

/** Minute by minute, as each has its own factor. */
function minuteStats(listing: Listing, played: TickerStats): TickerStats {
  const { tape } = listing
  const bars = tape.bars.slice(tape.day.first).map((bar) => listingBar(listing, bar))
  const quote = bars.reduce((sum, bar) => sum + bar.quote, 0)
  return {
    ...played,
    open: bars[0]?.open ?? played.last,
    high: Math.max(played.last, ...bars.map(({ high }) => high)),
    low: Math.min(played.last, ...bars.map(({ low }) => low)),
    quote,
    weighted: quote / played.base,
  }
}
