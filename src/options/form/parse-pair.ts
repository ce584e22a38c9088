import { siteOf } from '../../exchanges/registry.ts'
import type { Exchange } from '../../exchanges/exchange.ts'
import type { Pair } from '../../market/pair.ts'
import { venueNames } from '../../shared/venue-name.ts'

/** A pair, or why the text does not identify one. */
export type ParsedPair =
  { readonly pair: Pair } | { readonly error: 'form' | 'page' | 'venue-missing' | 'venue-unknown' }

/** Longer than any address of a trading page: what is longer is not looked at. */
const maxLength = 2000

/** A name begins where no other character of it stands before: without that, a long text takes quadratic time. */
const pairPattern = /(?<![^\s/@:])([^\s/@:]+)\s*\/\s*([^\s/@:]+)/

/**
 * Parses a pair as traders write it: `SYS/BTC on Binance`, `binance:SYS/BTC`, `BinanceのSYS/BTC`, or the address
 * of its trading page.
 *
 * @param on ids of the venues switched on: a single one need not be named
 */
export function parsePair(text: string, exchanges: readonly Exchange[], on: readonly string[]): ParsedPair {
  // Japanese keyboards produce full-width letters and slashes.
  const plain = text.slice(0, maxLength).normalize('NFKC').slice(0, maxLength).trim()
  if (/^https?:\/\//i.test(plain)) return parsePageUrl(plain, exchanges)
  const found = pairPattern.exec(plain.replace(/の/g, ' '))
  const [whole, base, quote] = found ?? []
  if (!found || whole === undefined || !base || !quote) return { error: 'form' }
  const venue = parseVenue(found.input.replace(whole, ' '), exchanges, on)
  return venue.error
    ? venue
    : { pair: { venue: venue.id, base: base.toUpperCase(), quote: quote.toUpperCase() } }
}

function parsePageUrl(href: string, exchanges: readonly Exchange[]): ParsedPair {
  for (const exchange of exchanges) {
    const sides = exchange.pairOf(href)
    if (sides) return { pair: { venue: exchange.id, ...sides } }
    const contract = siteOf(exchange.id)?.perpetual
    const names = contract?.pairOf(href)
    if (contract && names) return { pair: { venue: contract.id, ...names } }
  }
  return { error: 'page' }
}

function parseVenue(
  rest: string,
  exchanges: readonly Exchange[],
  on: readonly string[],
): { readonly id: string; readonly error?: never } | { readonly error: 'venue-missing' | 'venue-unknown' } {
  const wanted = lettersOnly(rest.replace(/\b(on|at|in)\b/gi, ''))
  const [only] = on
  if (wanted === '') return only !== undefined && on.length === 1 ? { id: only } : { error: 'venue-missing' }
  const venue = exchanges.find(
    ({ id }) => wanted === id || venueNames(id).some((name) => wanted === lettersOnly(name)),
  )
  return venue ? { id: venue.id } : { error: 'venue-unknown' }
}

/** Normalises a name: `Crypto.com` and `crypto com` are the same. */
function lettersOnly(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
