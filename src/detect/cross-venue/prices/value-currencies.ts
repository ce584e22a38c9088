import type { ForexRate } from '../../../market/cross-rate.ts'
import { dollars } from '../../../market/dollars.ts'
import { crossTolerance, maxForexAgeMs, maxQuoteAgeMs } from '../settings.ts'
import { type Cross, valueByCrosses } from '../../value/value-by-crosses.ts'
import { dollarValueOf } from './dollar-value.ts'
import { addForexTime } from './forex-hours.ts'
import { isReferencePrice, priceOf } from './price.ts'
import type { QuotedPair } from './quoted-pair.ts'
import type { Valuation } from './valuation.ts'

/**
 * Currencies that coins are quoted in. Unlike the tickers of coins, these names mean the same at every venue.
 * Pairs in any other quote currency are not compared.
 */
const currencies: ReadonlySet<string> = new Set([
  ...dollars,
  ...['BTC', 'ETH', 'BNB', 'SOL', 'TRX', 'XRP', 'DOGE', 'EURI', 'EURC'],
  ...['JPY', 'KRW', 'EUR', 'GBP', 'AUD', 'CAD', 'CHF', 'SGD', 'HKD'],
  ...['TRY', 'BRL', 'MXN', 'ARS', 'ZAR', 'IDR', 'THB', 'INR', 'PLN', 'CZK', 'RON', 'UAH', 'AED'],
])

/** The numeraire is the first of these that a live cross names. Most coins are quoted in USDT. */
const numeraires = ['USDT', 'USD', 'JPY', 'KRW', 'EUR', 'BTC'] as const

/** Whether a pair trades one currency against another. */
export function isCross({ base, quote }: Pick<QuotedPair, 'base' | 'quote'>): boolean {
  return currencies.has(base) && currencies.has(quote)
}

/**
 * Values currencies by the live crosses of all venues, breadth first from the numeraire: each by the median of the
 * crosses that reach it in the fewest steps. Crosses that are too old are not used, and a currency without a live
 * cross stays unknown. Comparing venues does not need the dollar value of the numeraire.
 *
 * @param now wall clock, ms
 */
export function valueCurrencies(
  crosses: readonly QuotedPair[],
  forex: readonly ForexRate[],
  now: number,
): Valuation {
  const live = liveCrosses(crosses, forex, now)
  const isNamed = (currency: string) =>
    live.some(({ base, quote }) => base === currency || quote === currency)
  const numeraire = numeraires.find(isNamed) ?? numeraires[0]
  const values = valueByCrosses(live, numeraire, now + maxQuoteAgeMs, crossTolerance)
  return { numeraire, values, dollar: dollarValueOf(values) }
}

function liveCrosses(
  crosses: readonly QuotedPair[],
  forex: readonly ForexRate[],
  now: number,
): readonly Cross[] {
  const live: Cross[] = []
  for (const pair of crosses) {
    const price = isReferencePrice(pair) ? priceOf(pair, now) : 0
    if (price === 0) continue
    live.push({ base: pair.base, quote: pair.quote, price, validUntil: pair.at + maxQuoteAgeMs })
  }
  for (const { base, quote, rate, at } of forex) {
    const validUntil = addForexTime(at, maxForexAgeMs)
    // A time far ahead is of another clock: a rate from there would never become too old.
    if (now < validUntil && at - now <= maxForexAgeMs && isCross({ base, quote }))
      live.push({ base, quote, price: rate, validUntil })
  }
  return live
}
