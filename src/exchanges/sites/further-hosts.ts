import type { ShownPair, Site } from '../exchange.ts'

// Hosts where a venue's pages stand under the same paths. The extension asks for none of them: the venue's own lead
// on to the host that it does ask for, and those of regional companies have a book of their own.

/**
 * Regional companies of a venue, by its main host. Their APIs have hosts of their own too (eea.okx.com, us.okx.com,
 * api.bybit.eu, api.manepa.jp, api.kucoin.eu, api.gateeu.com). None documents that it shares the book, so what they
 * show is another market of the coin.
 */
const regional: Readonly<Record<string, readonly string[]>> = {
  // The European Economic Area; the United States and Australia; Turkey.
  'okx.com': ['my.okx.com', 'app.okx.com', 'tr.okx.com'],
  // Money Partners runs manepa.jp for residents of Japan.
  'bybit.com': ['bybit.eu', 'bybit.nl', 'bybit.tr', 'bybit.kz', 'bybit.id', 'bybitgeorgia.ge', 'manepa.jp'],
  'kucoin.com': ['kucoin.eu'],
  // Also under gate.com itself, see `gateSite`.
  'gate.com': ['gateeu.com', 'gate.eu'],
}

/** Further hosts of the same book, by the venue's main host. */
const same: Readonly<Record<string, readonly string[]>> = {
  'gate.com': ['gate.cn'],
  // Its former name.
  'htx.com': ['huobi.com'],
}

const address = /^https:\/\/(?:www\.|m\.)?([^/?#]+)/i

/**
 * What a page of a venue shows, where it stands under another of its hosts than those that the extension asks for:
 * without or with `www.`, for mobile telephones, of a regional company. Null where it is no such page.
 */
export function shownOnFurtherHost({ pages, shownOn }: Site, href: string): ShownPair | null {
  const [start, found] = address.exec(href) ?? []
  if (start === undefined || found === undefined) return null
  const host = found.toLowerCase()
  for (const page of pages) {
    const origin = page.replace(/\/\*$/, '')
    const main = address.exec(origin)?.[1] ?? ''
    const isRegional = regional[main]?.includes(host) === true
    if (host !== main && !isRegional && same[main]?.includes(host) !== true) continue
    const shown = shownOn(origin + href.slice(start.length))
    if (shown) return { ...shown, isRead: shown.isRead && !isRegional }
  }
  return null
}
