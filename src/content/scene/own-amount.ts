import { worthIn } from '../../market/cross-rate.ts'
import type { Episode } from '../../market/episode.ts'
import type { ConvertedPrice } from '../../ui/words/converted-price.ts'
import type { Facts } from './facts.ts'

/**
 * The last price of an episode in the trader's own currency; null where the pair is quoted in it, or where no live cross
 * says what the quote is worth.
 *
 * @param now wall clock, ms: crosses grow old by it
 */
export function ownOf(
  { crosses, currency }: Pick<Facts, 'crosses' | 'currency'>,
  { lastPrice, quote }: Episode,
  now: number,
): ConvertedPrice | null {
  if (quote === null || quote === currency) return null
  const amount = worthIn(crosses, lastPrice, quote, currency, now)
  return amount === null ? null : { amount, currency }
}
