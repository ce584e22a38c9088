import type { ChartReader } from './charted.ts'
import { coinGeckoNames, coinMarketCapNames } from './coin-names.ts'

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

/** Reads pages of coins, whose names are the first group of `page`. */
/*#__NO_SIDE_EFFECTS__*/
const coinReader =
  (page: RegExp, coins: ReadonlyMap<string, string>): ChartReader =>
  (href) => {
    const name = page.exec(href)?.[1] ?? ''
    // Capitals are part of an address of Solana, and of no other.
    const coin = coins.get(name) ?? coins.get(name.toLowerCase())
    return coin === undefined ? null : { coin }
  }

export const onCoinGecko = coinReader(
  // The word for coins is of the page's language.
  /^https:\/\/(?:www\.)?coingecko\.com\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?(?:coins|[^/?#]*%[^/?#]*|[^\x20-\x7e]+)\/([^/?#]+)/i,
  coinGeckoNames,
)

export const onCoinMarketCap = coinReader(
  /^https:\/\/(?:www\.)?coinmarketcap\.com\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?currencies\/([^/?#]+)/i,
  coinMarketCapNames,
)

export const onDexScreener = coinReader(
  /^https:\/\/(?:www\.)?dexscreener\.com\/[a-z0-9]+\/([^/?#]+)/i,
  tokens,
)
