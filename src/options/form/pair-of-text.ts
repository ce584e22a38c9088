import type { Exchange } from '../../exchanges/exchange.ts'
import type { Pair } from '../../market/pair.ts'

/** A pair, or what is missing to know which one is meant. */
export type PairOfText =
  { readonly pair: Pair } | { readonly wrong: 'form' | 'page' | 'venue-missing' | 'venue-unknown' }

const sides = /([^\s/@:]+)\s*\/\s*([^\s/@:]+)/

/**
 * Reads a pair as a trader writes it: `SYS/BTC on Binance`, `binance:SYS/BTC`, `BinanceのSYS/BTC`,
 * or the address of its trading page.
 *
 * @param on venues switched on: where there is one, it need not be named
 */
export function pairOfText(text: string, exchanges: readonly Exchange[], on: readonly string[]): PairOfText {
  // Full-width letters and slashes come from Japanese keyboards.
  const plain = text.normalize('NFKC').trim()
  if (/^https?:\/\//i.test(plain)) return pairOfPage(plain, exchanges)
  const found = sides.exec(plain.replace(/の/g, ' '))
  const [whole, base, quote] = found ?? []
  if (!found || whole === undefined || !base || !quote) return { wrong: 'form' }
  const venue = venueOf(found.input.replace(whole, ' '), exchanges, on)
  return venue.wrong
    ? venue
    : { pair: { venue: venue.id, base: base.toUpperCase(), quote: quote.toUpperCase() } }
}

function pairOfPage(href: string, exchanges: readonly Exchange[]): PairOfText {
  for (const exchange of exchanges) {
    const sides = exchange.pairOf(href)
    if (sides) return { pair: { venue: exchange.id, ...sides } }
  }
  return { wrong: 'page' }
}

function venueOf(
  rest: string,
  exchanges: readonly Exchange[],
  on: readonly string[],
): { readonly id: string; readonly wrong?: never } | { readonly wrong: 'venue-missing' | 'venue-unknown' } {
  const wanted = letters(rest.replace(/\b(on|at|in)\b/gi, ''))
  const [only] = on
  if (wanted === '') return only !== undefined && on.length === 1 ? { id: only } : { wrong: 'venue-missing' }
  const venue = exchanges.find(({ id, name }) => wanted === id || wanted === letters(name))
  return venue ? { id: venue.id } : { wrong: 'venue-unknown' }
}

/** `Crypto.com` and `crypto com` are one name. */
function letters(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
