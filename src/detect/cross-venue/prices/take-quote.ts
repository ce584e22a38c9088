import { type CrossVenueState, ensureVenueCoin } from '../cross-venue-state.ts'
import type { Quote } from './quote.ts'
import type { QuotedPair } from './quoted-pair.ts'
import { isCross } from './value-currencies.ts'

/** Takes a quote into its pair, created if new. Invalid prices and quotes older than the known one are dropped. */
export function takeQuote(state: CrossVenueState, quote: Quote, now: number): void {
  if (!isPrice(quote.last)) return
  const pair = ensurePair(state, quote)
  // After the clock was set back, the known quote lies in the future: it must not block newer ones.
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

function ensurePair(state: CrossVenueState, { venue, symbol, base, quote }: Quote): QuotedPair | null {
  let pairs = state.pairs.get(venue)
  if (!pairs) state.pairs.set(venue, (pairs = new Map<string, QuotedPair>()))
  const known = pairs.get(symbol)
  if (known) return known
  if (base === null || quote === null) return null
  const created: QuotedPair = {
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
  pairs.set(symbol, created)
  ensureVenueCoin(state, venue, base).pairs.push(created)
  if (isCross(created)) state.crosses.push(created)
  return created
}
