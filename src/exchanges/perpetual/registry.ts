import type { PerpetualMarket } from './perpetual-market.ts'
import { binancePerpetual } from './venues/binance.ts'
import { bybitPerpetual } from './venues/bybit.ts'

/** The perpetual market of every venue of which it is read. */
export const perpetualMarkets: readonly PerpetualMarket[] = [binancePerpetual, bybitPerpetual]
