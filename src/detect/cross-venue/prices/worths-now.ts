import type { ForexRate } from '../../../market/cross-rate.ts'
import { agreedMedian } from './agreed-median.ts'
import { dollarOf } from './dollar.ts'
import { afterOpen } from './forex-hours.ts'
import type { PairQuote } from './pair-quote.ts'
import { isFirm, priceOf } from './price.ts'
import { crossTolerance, forexMs, quoteMs } from '../settings.ts'
import type { Worth, Worths } from './worth.ts'
import { dollars } from '../../settings.ts'

/**
 * Currencies that coins are quoted in. Their names mean the same at every venue, as those of coins do not;
 * what is quoted in anything else is not compared.
 */
const monies: ReadonlySet<string> = new Set([
  ...dollars,
  ...['BTC', 'ETH', 'BNB', 'SOL', 'TRX', 'XRP', 'DOGE', 'EURI', 'EURC'],
  ...['JPY', 'KRW', 'EUR', 'GBP', 'AUD', 'CAD', 'CHF', 'SGD', 'HKD'],
  ...['TRY', 'BRL', 'MXN', 'ARS', 'ZAR', 'IDR', 'THB', 'INR', 'PLN', 'CZK', 'RON', 'UAH', 'AED'],
])

/** What everything is measured in: the first of them that any live cross names. Most coins are quoted in USDT. */
const measures = ['USDT', 'USD', 'JPY', 'KRW', 'EUR', 'BTC'] as const

/** One price of one currency in another, from a pair or from the foreign exchange market. */
interface Cross {
  readonly base: string
  readonly quote: string
  readonly price: number
  readonly until: number
}

/** Whether a pair says what a currency is worth. */
export function isCross({ base, quote }: Pick<PairQuote, 'base' | 'quote'>): boolean {
  return monies.has(base) && monies.has(quote)
}

/**
 * What currencies are worth by live crosses, all venues together: from the measure outwards, each by the median of
 * the crosses that lead to it, the shortest ways first. A cross that is too old is not used, and a currency to
 * which none leads is not known. A comparison of venues need not know what the measure is worth itself.
 */
export function worthsNow(crosses: readonly PairQuote[], forex: readonly ForexRate[], now: number): Worths {
  const live: Cross[] = []
  for (const pair of crosses) {
    const price = isFirm(pair) ? priceOf(pair, now) : 0
    if (price > 0) live.push({ base: pair.base, quote: pair.quote, price, until: pair.at + quoteMs })
  }
  for (const { base, quote, rate, at } of forex) {
    const until = afterOpen(at, forexMs)
    if (now < until && monies.has(base) && monies.has(quote)) live.push({ base, quote, price: rate, until })
  }
  const speaks = (currency: string) => live.some(({ base, quote }) => base === currency || quote === currency)
  const measure = measures.find(speaks) ?? measures[0]
  const of = new Map<string, Worth>([[measure, { value: 1, until: now + quoteMs }]])
  while (spread(live, of));
  return { measure, of, dollar: dollarOf(of) }
}

/** Takes one step outwards from what is known. Returns whether it led anywhere. */
function spread(crosses: readonly Cross[], known: Map<string, Worth>): boolean {
  const found = new Map<string, Worth[]>()
  const add = (currency: string, value: number, until: number) => {
    const list = found.get(currency)
    if (list) list.push({ value, until })
    else found.set(currency, [{ value, until }])
  }
  for (const { base, quote, price, until } of crosses) {
    const [given, wanted] = [known.get(base), known.get(quote)]
    if (given && !wanted) add(quote, given.value / price, Math.min(until, given.until))
    else if (wanted && !given) add(base, wanted.value * price, Math.min(until, wanted.until))
  }
  let led = false
  for (const [currency, list] of found) {
    const middle = agreedMedian(
      list.map(({ value }) => value),
      crossTolerance,
    )
    if (!middle) continue
    known.set(currency, { value: middle.value, until: Math.max(...list.map(({ until }) => until)) })
    led = true
  }
  return led
}
