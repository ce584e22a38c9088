import { coinGeckoNames, coinMarketCapNames } from './coin-names.ts'

/** Pages of coins: a part of their address names the coin. */
interface CoinSite {
  readonly id: string
  readonly page: RegExp
  readonly coins: ReadonlyMap<string, string>
}

/** Tokens whose contract is the coin itself, by address: what a pool trades is in no address. */
const tokens: ReadonlyMap<string, string> = new Map([
  ['0x6982508145454ce325ddbe47a25d4ec3d2311933', 'PEPE'],
  ['0x95ad61b0a150d79219dcf64e1e6cc01f0b64c4ce', 'SHIB'],
  ['0x514910771af9ca656af840dff83e8264ecf986ca', 'LINK'],
  ['0x1f9840a85d5af5bf1d1762f925bdaddc4201f984', 'UNI'],
  ['0x7fc66500c84a76ad7e9c93437bfc5ac33e2ddae9', 'AAVE'],
  ['DezXAZ8z7PnrnRJjz3wXBoRgixCa6xjnB7YaB1pPB263', 'BONK'],
  ['EKpQGSJtjMFqKZ9KQanSqYXRcF8fBopzLHYxdM65zcjm', 'WIF'],
  ['JUPyiwrYJFskUPiHa7hkeR8VUtAeFoSYbKedZNsDvCN', 'JUP'],
])

const coinSites: readonly CoinSite[] = [
  {
    id: 'coingecko',
    // The word for coins is of the page's language.
    page: /^https:\/\/(?:www\.)?coingecko\.com\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?(?:coins|[^/?#]*%[^/?#]*|[^\x20-\x7e]+)\/([^/?#]+)/i,
    coins: coinGeckoNames,
  },
  {
    id: 'coinmarketcap',
    page: /^https:\/\/(?:www\.)?coinmarketcap\.com\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?currencies\/([^/?#]+)/i,
    coins: coinMarketCapNames,
  },
  {
    id: 'dexscreener',
    page: /^https:\/\/(?:www\.)?dexscreener\.com\/[a-z0-9]+\/([^/?#]+)/i,
    coins: tokens,
  },
]

/** The coin that a page of a coin shows, and whose page it is; null for coins that are not known for sure. */
export function coinOn(href: string): { readonly site: string; readonly coin: string } | null {
  for (const { id, page, coins } of coinSites) {
    const name = page.exec(href)?.[1] ?? ''
    // Capitals are part of an address of Solana, and of no other.
    const coin = coins.get(name) ?? coins.get(name.toLowerCase())
    if (coin !== undefined) return { site: id, coin }
  }
  return null
}
