import type { PerpetualMarket } from './perpetual-market.ts'
import { binancePerpetual } from './venues/binance.ts'
import { bitflyerPerpetual } from './venues/bitflyer.ts'
import { bitgetPerpetual } from './venues/bitget.ts'
import { bybitPerpetual } from './venues/bybit.ts'
import { coinbasePerpetual } from './venues/coinbase.ts'
import { cryptocomPerpetual } from './venues/cryptocom.ts'
import { gatePerpetual } from './venues/gate.ts'
import { htxPerpetual } from './venues/htx.ts'
import { hyperliquidPerpetual } from './venues/hyperliquid.ts'
import { krakenPerpetual } from './venues/kraken.ts'
import { kucoinPerpetual } from './venues/kucoin.ts'
import { mexcPerpetual } from './venues/mexc.ts'
import { okxPerpetual } from './venues/okx.ts'

/** The perpetual market of every venue of which it is read. */
export const perpetualMarkets: readonly PerpetualMarket[] = [
  binancePerpetual,
  bybitPerpetual,
  okxPerpetual,
  gatePerpetual,
  mexcPerpetual,
  bitgetPerpetual,
  kucoinPerpetual,
  htxPerpetual,
  cryptocomPerpetual,
  coinbasePerpetual,
  krakenPerpetual,
  bitflyerPerpetual,
  hyperliquidPerpetual,
]
