import type { PairQuote } from './pair-quote.ts'
import { crossedBook, quoteMs, tradedMs, widestBook } from '../settings.ts'

const hasBook = ({ bid, ask }: PairQuote) => bid > 0 && ask > 0

/**
 * The price of a pair now, quote per base: the middle of a narrow book; in a wide one the last trade, moved into it;
 * without a book a last trade that is young. 0 where nothing is known: halted, too old, or crossed as in an auction.
 */
export function priceOf(pair: PairQuote, now: number): number {
  const { bid, ask, last } = pair
  if (pair.listing !== 'trading' || Math.abs(now - pair.at) >= quoteMs) return 0
  if (!hasBook(pair)) return now - pair.movedAt <= tradedMs ? last : 0
  if (bid > ask * (1 + crossedBook)) return 0
  return isFirm(pair) ? (bid + ask) / 2 : Math.min(ask, Math.max(bid, last))
}

/** Whether the price is sharp enough to hold others against. */
export function isFirm(pair: PairQuote): boolean {
  return !hasBook(pair) || pair.ask <= pair.bid * (1 + widestBook)
}

/**
 * How far a pair is from what it should be near, as a fraction, or 0 between. Both the last trade and the side of the
 * book one would meet must be there: a thin pair's stale last is no gap, nor is an offer that nobody has taken.
 *
 * @param reference in the pair's own quote
 */
export function gapOf(pair: PairQuote, reference: number): number {
  const { bid, ask, last } = pair
  const above = hasBook(pair) ? Math.min(last, bid) : last
  const below = hasBook(pair) ? Math.max(last, ask) : last
  if (above > reference) return above / reference - 1
  return below < reference ? below / reference - 1 : 0
}
