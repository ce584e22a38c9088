import type { Pair } from '../../market/pair.ts'
import type { Site } from '../exchange.ts'

/** How a site writes the addresses of its trading pages. */
export interface AddressOptions {
  /** What `{locale}` stands for in the addresses we write; absent: nothing. Any locale is read. */
  readonly en?: string
  readonly ja?: string
  /** Names are lower case in the address. */
  readonly lower?: boolean
  /** Quote currencies, where the address joins the names without a separator. */
  readonly quotes?: readonly string[]
  /** Templates of further addresses of the same pages, read but never written. */
  readonly aliases?: readonly string[]
}

const tokens: Readonly<Record<string, string>> = {
  '{locale}': '(?:[a-z]{2}(?:-[a-z]{2,4})?/)?',
  // Before a hash route.
  '{path}': '[^?#]*',
  // A query parameter may follow others.
  '{query}': '/?\\?(?:[^#]*&)?',
  '{base}': '(?<base>[^/?#&_-]+?)',
  '{quote}': '(?<quote>[^/?#&_-]+)',
}

function pattern(template: string, quotes: readonly string[] | undefined): RegExp {
  const source = template
    .split(/(\{\w+\})/)
    .map((part) =>
      part === '{quote}' && quotes
        ? `(?<quote>${quotes.join('|')})`
        : (tokens[part] ?? part.replace(/[.?#/]/g, '\\$&')),
    )
    .join('')
  return new RegExp(`^${source}(?=[/?#&]|$)`, 'i')
}

/** A name in an address, decoded and in upper case; undefined where the escape is broken. */
export function decodeName(escaped: string): string | undefined {
  try {
    return decodeURIComponent(escaped).toUpperCase()
  } catch {
    return undefined
  }
}

/**
 * Reads and writes the addresses of trading pages by one template, so that both directions agree:
 * `https://www.okx.com/{locale}trade-spot/{base}-{quote}`. `{query}` opens the query.
 */
/*#__NO_SIDE_EFFECTS__*/
export function tradingPage(template: string, options: AddressOptions = {}): Pick<Site, 'pairOf' | 'pageOf'> {
  const { quotes, lower = false, aliases = [] } = options
  const patterns = [template, ...aliases].map((address) => pattern(address, quotes))
  const write = (name: string) => encodeURIComponent(lower ? name.toLowerCase() : name)
  return {
    pairOf(href) {
      const names = patterns.map((address) => address.exec(href)?.groups).find(Boolean)
      const base = decodeName(names?.['base'] ?? '')
      const quote = decodeName(names?.['quote'] ?? '')
      return base && quote ? { base, quote } : null
    },
    pageOf: (pair: Omit<Pair, 'venue'>, locale) =>
      template
        .replace('{locale}', () => (locale === 'ja' ? options.ja : options.en) ?? '')
        .replace('{query}', '?')
        .replace('{base}', () => write(pair.base))
        .replace('{quote}', () => write(pair.quote)),
  }
}
