import { convertAmount } from '../../market/cross-rate.ts'
import type { Episode } from '../../market/episode.ts'
import type { ConvertedPrice } from '../../ui/words/converted-price.ts'
import type { BannerInputs } from './banner-inputs.ts'

/**
 * Converts the last price of an episode to the trader's currency.
 *
 * @param now wall clock, ms: cross rates expire by it
 * @returns null if the pair is quoted in that currency, or no current cross rate is known
 */
export function convertedPriceOf(
  { crosses, currency }: Pick<BannerInputs, 'crosses' | 'currency'>,
  { lastPrice, quote }: Episode,
  now: number,
): ConvertedPrice | null {
  if (quote === null || quote === currency) return null
  const amount = convertAmount(crosses, lastPrice, quote, currency, now)
  return amount === null ? null : { amount, currency }
}
