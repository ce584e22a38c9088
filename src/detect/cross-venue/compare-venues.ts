import type { Episode } from '../../market/episode.ts'
import type { CrossVenueContext } from './cross-venue-context.ts'
import type { Coin, CrossVenueState } from './cross-venue-state.ts'
import { judgeCoin } from './gap/judge-coin.ts'
import type { VenueShifts } from './gap/venue-shift.ts'
import { clearSamples, sampleCoin } from './identity/sample-coin.ts'
import { priceVenueCoin } from './prices/price-venue-coin.ts'
import type { Quote } from './prices/quote.ts'
import { takeQuote } from './prices/take-quote.ts'
import { valueCurrencies } from './prices/value-currencies.ts'
import { checkIntervalMs } from './settings.ts'

/**
 * Takes new quotes and compares the venues. Call every one or two seconds.
 *
 * Cost at 17 venues of 1,500 pairs: 1–2 ms a call when a seventh of the venues sent quotes (polls are 5–10 s
 * apart), 3–8 ms when all did. Parsing the JSON of one 3,000-row ticker takes 2–3 ms on the same machine.
 *
 * @param quotes received since the last call; a pair without a new quote keeps its old one
 * @param now wall clock, ms
 * @returns cards that began or changed tier, phase or kinds: venue gaps, and cards that a gap has joined
 */
export function compareVenues(
  state: CrossVenueState,
  quotes: Iterable<Quote>,
  now: number,
  context: CrossVenueContext,
): readonly Episode[] {
  for (const quote of quotes) takeQuote(state, quote, now)
  const valuation = valueCurrencies(state.crosses, state.forex, now)
  // Samples in another numeraire are not comparable.
  if (valuation.numeraire !== state.valuation.numeraire) state.coins.forEach(clearSamples)
  state.valuation = valuation
  const changed: Episode[] = []
  const shifts: VenueShifts = new Map()
  let ordinal = 0
  for (const coin of state.coins.values()) {
    ordinal++
    if (isDue(coin, now)) checkCoin(state, coin, ordinal, now, context, changed, shifts)
  }
  return changed
}

/** Checking a quiet coin every few seconds is enough: a gap must last for a minute. */
function isDue({ nextCheckAt }: Coin, now: number): boolean {
  return now >= nextCheckAt || now < nextCheckAt - checkIntervalMs
}

function checkCoin(
  state: CrossVenueState,
  coin: Coin,
  ordinal: number,
  now: number,
  context: CrossVenueContext,
  changed: Episode[],
  shifts: VenueShifts,
): void {
  // The first check is staggered so that no call handles all coins at once.
  const isFirst = coin.nextCheckAt === 0
  coin.nextCheckAt = now + (isFirst ? (ordinal * 1000) % checkIntervalMs : checkIntervalMs)
  for (const venueCoin of coin.venueCoins) priceVenueCoin(venueCoin, state.valuation, now)
  if (coin.venueCoins.length < 2) return
  sampleCoin(coin, ordinal, now)
  if (judgeCoin(state, coin, now, context, changed, shifts)) coin.nextCheckAt = now
}
