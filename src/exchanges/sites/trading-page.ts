import type { Pair } from '../../market/pair.ts'
import type { Site } from '../exchange.ts'

/** Base and quote, upper case. */
type Names = Omit<Pair, 'venue'>

/** How a site writes the addresses of its trading pages. */
export interface AddressOptions {
  /** What `{locale}` stands for in the addresses we write; absent: nothing. Any locale is read. */
  readonly en?: string
  readonly ja?: string
  /** Names are lower case in the address. */
  readonly lower?: boolean
  /** Quote currencies, where the address joins the names without a separator. */
  readonly quotes?: readonly string[]
  /** Templates of further addresses of the same market, read but never written: older ones, those of margin. */
  readonly aliases?: readonly string[]
}

const tokens: Readonly<Record<string, string>> = {
  // `en`, `zh-TC`, `zh-hans-ae`; Bitget's for all of Asia.
  '{locale}': '(?:(?:[a-z]{2,3}(?:-[a-z0-9]{2,4}){0,2}|asia)/)?',
  // Before a hash route.
  '{path}': '[^?#]*',
  // A query parameter may follow others.
  '{query}': '/?\\?(?:[^#]*&)?',
  // The same, of the query or of the hash.
  '{fields}': '/?[?#](?:.*[&#])?',
  '{base}': '(?<base>[^/?#&_-]+?)',
  '{quote}': '(?<quote>[^/?#&_-]+)',
  // Quotes of contracts, where names are joined. Not TUSD, BUSD, FDUSD: DOTUSD and BNBUSD are of dollars.
  '{dollar}': '(?<quote>USDT|USDC|USD1|USD|BTC)',
}

const literal = (part: string) =>
  part
    .replace(/[.?#/]/g, '\\$&')
    .replace(/\[/g, '(?:')
    .replace(/\]/g, ')?')
    .replace(/\(</g, '(?<')

function pattern(template: string, quotes: readonly string[] | undefined): RegExp {
  const source = template
    .split(/(\{\w+\})/)
    .map((part) =>
      part === '{quote}' && quotes ? `(?<quote>${quotes.join('|')})` : (tokens[part] ?? literal(part)),
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
 * Reads addresses by templates. `[…]` may be absent, `(a|b)` is one of them, `(<base>btc)` a base, `{fields}` opens the query or
 * the hash, `{dollar}` is the quote of a contract whose names are joined.
 *
 * @param unnamed quote where an address names none
 * @returns the names of an address in upper case; null where no template fits
 */
/*#__NO_SIDE_EFFECTS__*/
export function addressReader(
  templates: readonly string[],
  quotes?: readonly string[],
  unnamed = '',
): (href: string) => Names | null {
  // Made when they are needed: of all the sites that a trading page gets, it asks one.
  let patterns: readonly RegExp[] | undefined
  return (href) => {
    patterns ??= templates.map((template) => pattern(template, quotes))
    const names = patterns.map((address) => address.exec(href)?.groups).find(Boolean)
    const base = decodeName(names?.['base'] ?? '')
    const quote = decodeName(names?.['quote'] ?? unnamed)
    return base && quote ? { base, quote } : null
  }
}

/**
 * Reads and writes the addresses of trading pages by one template, so that both directions agree:
 * `https://www.okx.com/{locale}trade-spot/{base}-{quote}`. `{query}` opens the query.
 */
/*#__NO_SIDE_EFFECTS__*/
export function tradingPage(template: string, options: AddressOptions = {}): Pick<Site, 'pairOf' | 'pageOf'> {
  const { quotes, lower = false, aliases = [] } = options
  const write = (name: string) => encodeURIComponent(lower ? name.toLowerCase() : name)
  return {
    pairOf: addressReader([template, ...aliases], quotes),
    pageOf: (pair, locale) =>
      template
        .replace('{locale}', () => (locale === 'ja' ? options.ja : options.en) ?? '')
        .replace('{query}', '?')
        .replace('{base}', () => write(pair.base))
        .replace('{quote}', () => write(pair.quote)),
  }
}
