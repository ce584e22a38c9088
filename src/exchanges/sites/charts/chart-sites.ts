import type { ChartSite } from './chart-site.ts'
import { coinGecko, coinMarketCap, dexScreener } from './coin-pages.ts'
import { tradingView } from './tradingview.ts'

/** Every chart site that the trader can switch on. */
export const chartSites: readonly ChartSite[] = [tradingView, coinGecko, coinMarketCap, dexScreener]

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
