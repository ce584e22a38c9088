import { convertAmount, type CrossRates } from '../market/cross-rate.ts'
import type { Episode } from '../market/episode.ts'
import { decimalsOf } from '../ui/words/decimals.ts'
import { convertedText } from '../ui/words/converted-price.ts'
import type { DetailsWords } from './words.ts'

/** Writes prices of one pair with the same decimals; for a whole market, changes. */
export type PriceFormatter = (price: number) => string

/** The formatter for an episode's prices and others of the same pair. */
export function priceFormatter(
  { format }: DetailsWords,
  episode: Episode | null,
  others: readonly number[],
): PriceFormatter {
  if (episode?.symbol === null) return (price) => format.change(price - 1)
  const prices = episode ? [episode.startPrice, episode.peakPrice, episode.lastPrice] : []
  const decimals = decimalsOf([...prices, ...others])
  return (price) => format.price(price, decimals)
}

/**
 * A price in the trader's currency, `≈ $0.469`; null where no current cross rate is known.
 *
 * @param now wall clock (ms)
 */
export function convertedPrice(
  words: DetailsWords,
  rates: CrossRates,
  price: number,
  quote: string,
  currency: 'JPY' | 'USD',
  now: number,
): string | null {
  const amount = quote === currency ? null : convertAmount(rates, price, quote, currency, now)
  return amount === null ? null : convertedText(words, { amount, currency })
}
