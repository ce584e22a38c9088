import { perpetualIdOf } from '../../market/venue-id.ts'
import type { NamedPair, ShownPair, Site } from '../exchange.ts'
import { kiloMultiplier } from '../perpetual/multiplied-name.ts'

/**
 * What markets that others run there are settled in, where it is not USDC as those of Hyperliquid itself are. No
 * address says it; their listing does (`collateralToken`).
 */
const collateral: Readonly<Record<string, string>> = {
  flx: 'USDH',
  vntl: 'USDH',
  km: 'USDH',
  hyna: 'USDE',
  cash: 'USDT0',
}

const page =
  /^https:\/\/(?:app\.)?hyperliquid\.xyz\/trade\/(?:([a-z0-9]+)(?::|%3a))?([^/?#:@%]+)(?:(?:\/|%2f)([^/?#%]+))?\/?(?:[?#]|$)/i

/**
 * The contract or pair on a page of Hyperliquid: `/trade/BTC`, `/trade/kPEPE`, `/trade/xyz:TSLA` of a market that
 * others run there, `/trade/HYPE/USDC` of spot. Null elsewhere, and of spot by number (`@107`), which names no pair.
 * Read are Hyperliquid's own contracts, and those of others that are settled in another dollar than these: a pair
 * of coins must name one contract.
 */
function shownOn(href: string): ShownPair | null {
  const [, dex, name, quote] = page.exec(href) ?? []
  if (name === undefined) return null
  if (quote !== undefined)
    return { base: name.toUpperCase(), quote: quote.toUpperCase(), market: 'spot', isRead: false }
  const { base } = kiloMultiplier(name)
  const settled = dex === undefined ? undefined : collateral[dex.toLowerCase()]
  return {
    base: base.toUpperCase(),
    quote: settled ?? 'USDC',
    market: 'perpetual',
    isRead: dex === undefined || settled !== undefined,
  }
}

const origin = 'https://app.hyperliquid.xyz'
const hosts = ['https://api.hyperliquid.xyz/*']

const site: Site = {
  id: 'hyperliquid',
  name: 'Hyperliquid',
  hasSpot: false,
  hosts,
  pages: [`${origin}/*`],
  ownHosts: ['hyperliquid.xyz', 'app.hyperliquid.xyz'],
  shownOn,
  pairOf: () => null,
  pageOf: ({ base, quote }) => `${origin}/trade/${encodeURIComponent(base)}/${encodeURIComponent(quote)}`,
}

/** A venue of which the perpetual market alone is read. Its addresses know no language. */
export const hyperliquidSite: Site = {
  ...site,
  perpetual: {
    ...site,
    id: perpetualIdOf(site.id),
    pairOf(href) {
      const shown = shownOn(href)
      return shown?.isRead && shown.market === 'perpetual' ? { base: shown.base, quote: shown.quote } : null
    },
    pageOf: ({ symbol, base }: NamedPair) =>
      `${origin}/trade/${encodeURIComponent(symbol ?? base).replace('%3A', ':')}`,
  },
}
