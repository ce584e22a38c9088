import type { ChartSiteId } from './chart-sites.ts'
import type { ChartReader, Charted } from './charted.ts'
import { onCoinGecko, onCoinMarketCap, onDexScreener } from './coin-pages.ts'
import { onTradingView } from './tradingview.ts'

const readers: Readonly<Record<ChartSiteId, ChartReader>> = {
  tradingview: onTradingView,
  coingecko: onCoinGecko,
  coinmarketcap: onCoinMarketCap,
  dexscreener: onDexScreener,
}

/** What a page of a chart site shows; null for what is no market of a coin that is known for sure. */
export const chartedOn = (site: ChartSiteId, href: string): Charted | null => readers[site](href)
