import type { PerpetualMarket } from './perpetual-market.ts'
import { binancePerpetual } from './venues/binance.ts'
import { bitgetPerpetual } from './venues/bitget.ts'
import { bybitPerpetual } from './venues/bybit.ts'
import { gatePerpetual } from './venues/gate.ts'
import { hyperliquidPerpetual } from './venues/hyperliquid.ts'
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
  hyperliquidPerpetual,
]
