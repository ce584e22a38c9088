import type { ForexRate } from '../../market/cross-rate.ts'
import type { Episode } from '../../market/episode.ts'
import { dollars } from '../settings.ts'
import { type Across, type Coin, placeOf } from './across-state.ts'
import { judgeCoin } from './judge-coin.ts'
import { forgetMarks, markCoin } from './marks.ts'
import type { Outside } from './outside.ts'
import type { PairQuote } from './pair-quote.ts'
import { pricePlace } from './price-place.ts'
import type { Quote } from './quote.ts'
import { lookMs } from './settings.ts'
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
 * Cost at 17 venues of 1,500 pairs: 1–2 ms a call where a seventh of them spoke (polls come each 5–10 s), 4 ms
 * where all did; reading the JSON of one 3,000-row ticker takes 2–3 on the same machine.
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
  const worths = worthsNow(across.crosses, across.forex, now)
  // Numbers in another measure do not go on from the old ones.
  if (worths.measure !== across.worths.measure) across.coins.forEach(forgetMarks)
  across.worths = worths
  const changed: Episode[] = []
  let turn = 0
  for (const coin of across.coins.values()) {
    turn++
    if (isDue(coin, now)) look(across, coin, turn, now, outside, changed)
  }
  return changed
}

/** A quiet coin is looked at every few seconds: a gap has to last for a minute anyhow. */
function isDue({ lookAt }: Coin, now: number): boolean {
  return now >= lookAt || now < lookAt - lookMs
}

function look(
  across: Across,
  coin: Coin,
  turn: number,
  now: number,
  outside: Outside,
  changed: Episode[],
): void {
  // Spread out from the first look on, so that no call carries them all.
  coin.lookAt = coin.lookAt === 0 ? now + ((turn * 1000) % lookMs) : now + lookMs
  for (const place of coin.places) pricePlace(place, across.worths, now)
  // Dollars are what the others are measured in.
  if (coin.places.length < 2 || dollars.has(coin.base)) return
  markCoin(coin, turn, now)
  if (judgeCoin(across, coin, now, outside, changed)) coin.lookAt = now
}

function hear(across: Across, quote: Quote, now: number): void {
  if (!isPrice(quote.last)) return
  const pair = pairOf(across, quote)
  // A clock that was set back must not silence a pair until it has caught up.
  if (!pair || (quote.at < pair.at && pair.at <= now)) return
  if (pair.last !== quote.last) {
    if (pair.at > 0) pair.movedAt = quote.at
    pair.last = quote.last
  }
  pair.at = quote.at
  pair.bid = isPrice(quote.bid) ? quote.bid : 0
  pair.ask = isPrice(quote.ask) ? quote.ask : 0
  pair.listing = quote.listing
}

function isPrice(value: number | undefined): value is number {
  return value !== undefined && value > 0 && value < Infinity
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
