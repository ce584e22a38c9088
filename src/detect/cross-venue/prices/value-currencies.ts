import type { ForexRate } from '../../../market/cross-rate.ts'
import { dollars } from '../../settings.ts'
import { crossTolerance, maxForexAgeMs, maxQuoteAgeMs } from '../settings.ts'
import { agreedMedian } from './agreed-median.ts'
import { dollarValueOf } from './dollar-value.ts'
import { addForexTime } from './forex-hours.ts'
import { isReferencePrice, priceOf } from './price.ts'
import type { QuotedPair } from './quoted-pair.ts'
import type { CurrencyValue, Valuation } from './valuation.ts'

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

/** A current price of one currency in another, from a pair or from the forex market. */
interface LiveCross {
  readonly base: string
  readonly quote: string
  readonly price: number
  readonly validUntil: number
}

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
  const values = new Map<string, CurrencyValue>([[numeraire, { value: 1, validUntil: now + maxQuoteAgeMs }]])
  while (valueNeighbours(live, values));
  return { numeraire, values, dollar: dollarValueOf(values) }
}

function liveCrosses(
  crosses: readonly QuotedPair[],
  forex: readonly ForexRate[],
  now: number,
): readonly LiveCross[] {
  const live: LiveCross[] = []
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

/** Values the currencies one step away from known ones. Returns whether there were any. */
function valueNeighbours(crosses: readonly LiveCross[], known: Map<string, CurrencyValue>): boolean {
  const found = new Map<string, CurrencyValue[]>()
  const add = (currency: string, value: number, validUntil: number) => {
    const list = found.get(currency)
    if (list) list.push({ value, validUntil })
    else found.set(currency, [{ value, validUntil }])
  }
  for (const { base, quote, price, validUntil } of crosses) {
    const [baseValue, quoteValue] = [known.get(base), known.get(quote)]
    if (baseValue && !quoteValue)
      add(quote, baseValue.value / price, Math.min(validUntil, baseValue.validUntil))
    else if (quoteValue && !baseValue)
      add(base, quoteValue.value * price, Math.min(validUntil, quoteValue.validUntil))
  }
  let isExtended = false
  for (const [currency, list] of found) {
    const median = agreedMedian(
      list.map(({ value }) => value),
      crossTolerance,
    )
    if (!median) continue
    const validUntil = Math.max(...list.map((each) => each.validUntil))
    known.set(currency, { value: median.value, validUntil })
    isExtended = true
  }
  return isExtended
}
