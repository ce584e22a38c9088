export type ChartSiteId = 'tradingview' | 'coingecko' | 'coinmarketcap' | 'dexscreener'

/** A site that shows the prices of others, of venues or of coins, and is no market itself. */
export interface ChartSite {
  readonly id: ChartSiteId
  /** The site's own spelling of its name. */
  readonly name: string
  /** Match patterns of its pages, all of the form `https://host/*`; optional host permissions of the manifest. */
  readonly pages: readonly string[]
}

/** Every chart site that the trader can switch on. What their pages show, `chartedOn` reads. */
export const chartSites: readonly ChartSite[] = [
  // One host for each language.
  { id: 'tradingview', name: 'TradingView', pages: ['https://*.tradingview.com/*'] },
  { id: 'coingecko', name: 'CoinGecko', pages: ['https://www.coingecko.com/*'] },
  { id: 'coinmarketcap', name: 'CoinMarketCap', pages: ['https://coinmarketcap.com/*'] },
  { id: 'dexscreener', name: 'DEX Screener', pages: ['https://dexscreener.com/*'] },
]

/** The host of an address as browsers write them; undefined where it names a user or a port. */
const hostOf = (href: string) => /^https:\/\/([^/?#@:\\]+)\//.exec(href)?.[1]

/** Whether a host is that of a match pattern, or any below it where the pattern begins with `*.`. */
function isHostOf(pattern: string, host: string): boolean {
  const [, below, name = ''] = /^https:\/\/(\*\.)?([^/]+)\//.exec(pattern) ?? []
  return host === name || (below !== undefined && host.endsWith(`.${name}`))
}

/** The chart site of an address, whatever the page shows, or null. */
export function chartSiteOfUrl(href: string): ChartSite | null {
  const host = hostOf(href)
  if (host === undefined) return null
  return chartSites.find(({ pages }) => pages.some((page) => isHostOf(page, host))) ?? null
}
