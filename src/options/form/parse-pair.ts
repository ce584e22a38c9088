import type { Site } from '../../exchanges/exchange.ts'
import { mainVenueIdOf } from '../../exchanges/registry.ts'
import type { Pair } from '../../market/pair.ts'
import { venueNames } from '../../shared/venue-name.ts'

/** A pair, or why the text does not identify one. */
export type ParsedPair =
  | { readonly pair: Pair }
  | { readonly error: 'form' | 'page' | 'venue-missing' | 'venue-unknown' }

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
export function parsePair(text: string, sites: readonly Site[], on: readonly string[]): ParsedPair {
  // Japanese keyboards produce full-width letters and slashes.
  const plain = text.slice(0, maxLength).normalize('NFKC').slice(0, maxLength).trim()
  if (/^https?:\/\//i.test(plain)) return parsePageUrl(plain, sites)
  const found = pairPattern.exec(plain.replace(/の/g, ' '))
  const [whole, base, quote] = found ?? []
  if (!found || whole === undefined || !base || !quote) return { error: 'form' }
  const venue = parseVenue(found.input.replace(whole, ' '), sites, on)
  return venue.error
    ? venue
    : { pair: { venue: venue.id, base: base.toUpperCase(), quote: quote.toUpperCase() } }
}

function parsePageUrl(href: string, sites: readonly Site[]): ParsedPair {
  for (const site of sites) {
    for (const { id, pairOf } of site.perpetual ? [site, site.perpetual] : [site]) {
      const sides = pairOf(href)
      if (sides) return { pair: { venue: id, ...sides } }
    }
  }
  return { error: 'page' }
}

function parseVenue(
  rest: string,
  sites: readonly Site[],
  on: readonly string[],
): { readonly id: string; readonly error?: never } | { readonly error: 'venue-missing' | 'venue-unknown' } {
  const wanted = lettersOnly(rest.replace(/\b(on|at|in)\b/gi, ''))
  const [only] = on
  if (wanted === '') return only !== undefined && on.length === 1 ? { id: only } : { error: 'venue-missing' }
  const venue = sites.find(
    ({ id }) => wanted === id || venueNames(id).some((name) => wanted === lettersOnly(name)),
  )
  return venue ? { id: mainVenueIdOf(venue) } : { error: 'venue-unknown' }
}

/** Normalises a name: `Crypto.com` and `crypto com` are the same. */
function lettersOnly(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
