import { type Across, placeOf } from '../cross-venue-state.ts'
import type { PairQuote } from './pair-quote.ts'
import type { Quote } from './quote.ts'
import { isCross } from './worths-now.ts'

/** Takes one quote to its pair, whose place is made where it is new. What is no price, or older than known, is left out. */
export function hear(across: Across, quote: Quote, now: number): void {
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
