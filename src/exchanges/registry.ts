import { binance, binanceSite } from './binance.ts'
import { bitbank, bitbankSite } from './bitbank.ts'
import { bitflyer, bitflyerSite } from './bitflyer.ts'
import { bitget, bitgetSite } from './bitget.ts'
import { bithumb, bithumbSite } from './bithumb.ts'
import { bybit, bybitSite } from './bybit.ts'
import { coinbase, coinbaseSite } from './coinbase.ts'
import { coincheck, coincheckSite } from './coincheck.ts'
import { cryptocom, cryptocomSite } from './cryptocom.ts'
import { exchangeIdOf, marketOf, perpetualIdOf } from '../market/venue-id.ts'
import type { Exchange, Site } from './exchange.ts'
import { gate, gateSite } from './gate.ts'
import { gmocoin, gmocoinSite } from './gmocoin.ts'
import { htx, htxSite } from './htx.ts'
import { kraken, krakenSite } from './kraken.ts'
import { kucoin, kucoinSite } from './kucoin.ts'
import { mexc, mexcSite } from './mexc.ts'
import { okx, okxSite } from './okx.ts'
import { binancePerpetualMarket } from './perpetual/feeds/binance.ts'
import { bybitPerpetualMarket } from './perpetual/feeds/bybit.ts'
import { okxPerpetualMarket } from './perpetual/feeds/okx.ts'
import { bitflyerPerpetualMarket } from './perpetual/feeds/bitflyer.ts'
import { bitgetPerpetualMarket } from './perpetual/feeds/bitget.ts'
import { cryptocomPerpetualMarket } from './perpetual/feeds/cryptocom.ts'
import { htxPerpetualMarket } from './perpetual/feeds/htx.ts'
import { kucoinPerpetualMarket } from './perpetual/feeds/kucoin.ts'
import { mexcPerpetualMarket } from './perpetual/feeds/mexc.ts'
import { hyperliquidPerpetualMarket } from './perpetual/feeds/hyperliquid.ts'
import { coinbasePerpetualMarket } from './perpetual/feeds/coinbase.ts'
import { krakenPerpetualMarket } from './perpetual/feeds/kraken.ts'
import { hyperliquidSite } from './sites/hyperliquid.ts'
import { gatePerpetualMarket } from './perpetual/feeds/gate.ts'
import { upbit, upbitSite } from './upbit.ts'

// Two lists, so that a bundle which uses the sites alone (the watch on every trading page) carries no reader.

/** Every supported exchange with a spot market. */
export const exchanges: readonly Exchange[] = [
  binance,
  bybit,
  okx,
  kucoin,
  gate,
  mexc,
  bitget,
  htx,
  cryptocom,
  coinbase,
  kraken,
  upbit,
  bithumb,
  bitbank,
  gmocoin,
  bitflyer,
  coincheck,
]

/** The site of every supported exchange, with a spot market or without. */
export const sites: readonly Site[] = [
  binanceSite,
  bybitSite,
  okxSite,
  kucoinSite,
  gateSite,
  mexcSite,
  bitgetSite,
  htxSite,
  cryptocomSite,
  coinbaseSite,
  krakenSite,
  upbitSite,
  bithumbSite,
  bitbankSite,
  gmocoinSite,
  bitflyerSite,
  coincheckSite,
  hyperliquidSite,
]

/** The perpetual market of every exchange where it is watched. */
export const perpetuals: readonly Exchange[] = [
  binancePerpetualMarket,
  bybitPerpetualMarket,
  okxPerpetualMarket,
  gatePerpetualMarket,
  kucoinPerpetualMarket,
  mexcPerpetualMarket,
  bitgetPerpetualMarket,
  htxPerpetualMarket,
  cryptocomPerpetualMarket,
  coinbasePerpetualMarket,
  krakenPerpetualMarket,
  bitflyerPerpetualMarket,
  hyperliquidPerpetualMarket,
]

/** Every venue: the spot markets, and the perpetual ones. Spread, they would stay in every bundle with all they read. */
export const venues: readonly Exchange[] = /* @__PURE__ */ exchanges.concat(perpetuals)

/** The venue with that id, or undefined. */
export function exchangeOf(id: string): Exchange | undefined {
  return venues.find((exchange) => exchange.id === id)
}

/** The venue that stands for an exchange where one must: its spot market, or the perpetual one where that alone is read. */
export const mainVenueIdOf = ({ id, hasSpot }: Pick<Site, 'id' | 'hasSpot'>): string =>
  hasSpot === false ? perpetualIdOf(id) : id

/** The site of the venue with that id, or undefined. */
export function siteOf(id: string): Site | undefined {
  const site = sites.find((each) => each.id === exchangeIdOf(id))
  return marketOf(id) === 'perpetual' ? site?.perpetual : site
}
