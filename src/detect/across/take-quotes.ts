import type { ForexRate } from '../../market/cross-rate.ts'
import type { Episode } from '../../market/episode.ts'
import { dollars } from '../settings.ts'
import { type Across, placeOf } from './across-state.ts'
import { judgeCoin } from './judge-coin.ts'
import { markCoin } from './marks.ts'
import type { Outside } from './outside.ts'
import type { PairQuote } from './pair-quote.ts'
import { pricePlace } from './price-place.ts'
import type { Quote } from './quote.ts'
import { isCross, worthsNow } from './worths-now.ts'

/** Takes what the foreign exchange market says. Rates not named are kept until they are too old. */
export function takeForex(across: Across, rates: readonly ForexRate[]): void {
  const isNew = (known: ForexRate) =>
    !rates.some(({ base, quote }) => base === known.base && quote === known.quote)
  across.forex = [...across.forex.filter(isNew), ...rates]
}

/**
 * Holds the venues side by side: once a second or two, whatever was heard in between.
 *
 * Cost: measured at 17 venues of 1,500 pairs, all heard each time: see test/detect/across/many-venues.test.ts.
 *
 * @param quotes those heard since the last call; a pair that is left out keeps its quote and grows older
 * @param now wall clock, ms
 * @returns the cards that began or changed tier, phase or kinds: of venue gaps, or another card that a gap has joined
 */
export function takeQuotes(
  across: Across,
  quotes: Iterable<Quote>,
  now: number,
  outside: Outside,
): readonly Episode[] {
  for (const quote of quotes) hear(across, quote, now)
  across.worths = worthsNow(across.crosses, across.forex, now)
  const changed: Episode[] = []
  let turn = 0
  for (const coin of across.coins.values()) {
    turn++
    for (const place of coin.places) pricePlace(place, across.worths, now)
    // Currencies are what the others are measured in.
    if (coin.places.length < 2 || dollars.has(coin.base)) continue
    markCoin(coin, turn, now)
    judgeCoin(across, coin, now, outside, changed)
  }
  return changed
}

function hear(across: Across, quote: Quote, now: number): void {
  if (!(quote.last > 0)) return
  const pair = pairOf(across, quote)
  // A clock that was set back must not silence a pair until it has caught up.
  if (!pair || (quote.at < pair.at && pair.at <= now)) return
  if (pair.last !== quote.last) {
    if (pair.at > 0) pair.movedAt = quote.at
    pair.last = quote.last
  }
  pair.at = quote.at
  pair.bid = quote.bid ?? 0
  pair.ask = quote.ask ?? 0
  pair.listing = quote.listing
}

function pairOf(across: Across, { venue, symbol, base, quote }: Quote): PairQuote | null {
  let known = across.pairs.get(venue)
  if (!known) across.pairs.set(venue, (known = new Map<string, PairQuote>()))
  const pair = known.get(symbol)
  if (pair) return pair
  if (base === null || quote === null) return null
  const made: PairQuote = {
    symbol,
    base,
    quote,
    last: 0,
    bid: 0,
    ask: 0,
    at: 0,
    movedAt: 0,
    listing: 'trading',
    value: 0,
  }
  known.set(symbol, made)
  placeOf(across, venue, base).pairs.push(made)
  if (isCross(made)) across.crosses.push(made)
  return made
}
