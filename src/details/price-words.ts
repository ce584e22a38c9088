import { convertAmount, type CrossRates } from '../market/cross-rate.ts'
import type { Episode } from '../market/episode.ts'
import { decimalsOf } from '../ui/words/decimals.ts'
import { ownText } from '../ui/words/own-price.ts'
import type { DetailsWords } from './words.ts'

/** Writes the prices of one pair, all with the same decimals; a whole market has changes in their place. */
export type WritePrice = (price: number) => string

/** How the prices of an episode, and others beside it, are written. */
export function priceWriter(
  { format }: DetailsWords,
  episode: Episode | null,
  others: readonly number[],
): WritePrice {
  if (episode?.symbol === null) return (price) => format.change(price - 1)
  const own = episode ? [episode.startPrice, episode.peakPrice, episode.lastPrice] : []
  const decimals = decimalsOf([...own, ...others])
  return (price) => format.price(price, decimals)
}

/**
 * A price in the trader's own currency, `≈ $0.469`; null where no live cross says what it is worth.
 *
 * @param now wall clock, ms
 */
export function ownPrice(
  words: DetailsWords,
  rates: CrossRates,
  price: number,
  quote: string,
  currency: 'JPY' | 'USD',
  now: number,
): string | null {
  const worth = quote === currency ? null : convertAmount(rates, price, quote, currency, now)
  return worth === null ? null : ownText(words, { amount: worth, currency })
}
