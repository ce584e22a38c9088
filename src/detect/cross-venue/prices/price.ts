import { maxBookCross, maxBookWidth, maxQuoteAgeMs, maxTradeAgeMs } from '../settings.ts'
import type { QuotedPair } from './quoted-pair.ts'

const hasBook = ({ bid, ask }: QuotedPair) => bid > 0 && ask > 0

/**
 * The current price of a pair, quote per base. With a narrow book: its mid price. With a wide one: the last trade,
 * clamped to the book. Without a book: a recent last trade.
 *
 * @param now wall clock, ms
 * @returns 0 if unknown: not trading, too old, or crossed as in an auction
 */
export function priceOf(pair: QuotedPair, now: number): number {
  const { bid, ask, last } = pair
  if (pair.listing !== 'trading' || Math.abs(now - pair.at) >= maxQuoteAgeMs) return 0
  if (!hasBook(pair)) return Math.abs(now - pair.movedAt) <= maxTradeAgeMs ? last : 0
  if (bid > ask * (1 + maxBookCross)) return 0
  return isReferencePrice(pair) ? (bid + ask) / 2 : Math.min(ask, Math.max(bid, last))
}

/** Whether the price is precise enough to compare others with: the book is narrow, or the feed has none. */
export function isReferencePrice(pair: QuotedPair): boolean {
  return !hasBook(pair) || pair.ask <= pair.bid * (1 + maxBookWidth)
}

/**
 * Distance of a pair from a reference price, as a fraction of it. The last trade and the opposite side of the book
 * must both be that far: neither a thin pair's stale last trade nor an offer that nobody took is a gap.
 *
 * @param reference in the pair's own quote currency
 * @returns 0 if the reference lies between the two
 */
export function gapOf(pair: QuotedPair, reference: number): number {
  const { bid, ask, last } = pair
  const above = hasBook(pair) ? Math.min(last, bid) : last
  const below = hasBook(pair) ? Math.max(last, ask) : last
  if (above > reference) return above / reference - 1
  return below < reference ? below / reference - 1 : 0
}
