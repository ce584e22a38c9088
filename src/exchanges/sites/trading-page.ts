import type { Pair } from '../../market/pair.ts'
import type { Site } from '../exchange.ts'
import { pageText } from '../gate/raw-row.ts'

type Page = Pick<Site, 'pairOf' | 'pageOf'>

export interface Wording {
  /** What stands for `{locale}` in the addresses we write. Any locale is read. */
  readonly en?: string
  readonly ja?: string
  /** Names are lower case in the address. */
  readonly lower?: boolean
  /** Quote currencies, where the address joins the names without a mark between them. */
  readonly quotes?: readonly string[]
  /** Further addresses of the same pages, read but never written. */
  readonly also?: readonly string[]
}

const tokens: Readonly<Record<string, string>> = {
  '{locale}': '(?:[a-z]{2}(?:-[a-z]{2,4})?/)?',
  // In front of a hash route.
  '{path}': '[^?#]*',
  // A query parameter may stand behind others.
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

/**
 * Reads and writes the addresses of trading pages from one template, so that the way there is
 * the way back: `https://www.okx.com/{locale}trade-spot/{base}-{quote}`. `{query}` opens the query.
 */
/*#__NO_SIDE_EFFECTS__*/
export function tradingPage(template: string, wording: Wording = {}): Page {
  const { quotes, lower = false, also = [] } = wording
  const patterns = [template, ...also].map((each) => pattern(each, quotes))
  const write = (name: string) => encodeURIComponent(lower ? name.toLowerCase() : name)
  return {
    pairOf(href) {
      const names = patterns.map((each) => each.exec(href)?.groups).find(Boolean)
      const base = pageText(names?.['base'] ?? '')
      const quote = pageText(names?.['quote'] ?? '')
      return base && quote ? { base, quote } : null
    },
    pageOf: (pair: Omit<Pair, 'venue'>, locale) =>
      template
        .replace('{locale}', () => (locale === 'ja' ? wording.ja : wording.en) ?? '')
        .replace('{query}', '?')
        .replace('{base}', () => write(pair.base))
        .replace('{quote}', () => write(pair.quote)),
  }
}
