import { isFigure, unknown } from './times.ts'
import { locales } from '../../shared/languages.ts'
import type { Words } from './words.ts'

/** A price converted to the trader's currency. */
export interface ConvertedPrice {
  readonly amount: number
  readonly currency: 'JPY' | 'USD'
}

/** Anything less is no price: it would be written with hundreds of zeros. */
const minAmount = 1e-20

/** `≈ $0.469`, with three significant digits: a cross rate is not more accurate. */
export function convertedText(
  { lang, say }: Pick<Words, 'lang' | 'say'>,
  { amount, currency }: ConvertedPrice,
): string {
  if (!isFigure(amount) || (amount !== 0 && Math.abs(amount) < minAmount)) return unknown
  const digits = { maximumSignificantDigits: 3 }
  const written =
    currency === 'JPY'
      ? say('own.yen', { n: new Intl.NumberFormat(locales[lang], digits).format(amount) })
      : new Intl.NumberFormat('en-US', { style: 'currency', currency, ...digits }).format(amount)
  return say('own', { amount: written })
}
