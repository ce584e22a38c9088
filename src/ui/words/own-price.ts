import { locales } from '../../shared/texts.ts'
import type { Words } from './words.ts'

/** An amount of the trader's own currency, as it stands beside a price: `≈ $0.469`. */
export interface OwnAmount {
  readonly amount: number
  readonly currency: 'JPY' | 'USD'
}

/** Writes it; three digits tell as much as a live cross does. */
export function ownText({ lang, say }: Pick<Words, 'lang' | 'say'>, { amount, currency }: OwnAmount): string {
  const digits = { maximumSignificantDigits: 3 }
  const written =
    currency === 'JPY'
      ? say('own.yen', { n: new Intl.NumberFormat(locales[lang], digits).format(amount) })
      : new Intl.NumberFormat('en-US', { style: 'currency', currency, ...digits }).format(amount)
  return say('own', { amount: written })
}
