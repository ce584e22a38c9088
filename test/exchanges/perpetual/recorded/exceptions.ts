import { binance } from './exceptions/binance.ts'
import { bitget } from './exceptions/bitget.ts'
import { bybit } from './exceptions/bybit.ts'
import { gate } from './exceptions/gate.ts'
import { hyperliquid } from './exceptions/hyperliquid.ts'
import { mexc } from './exceptions/mexc.ts'
import { okx } from './exceptions/okx.ts'
import type { Exception } from './exceptions/exception.ts'

/** Of every venue: where we and a peer read a field differently, and why. */
export const exceptions: readonly Exception[] = [
  ...binance,
  ...bybit,
  ...okx,
  ...gate,
  ...mexc,
  ...bitget,
  ...hyperliquid,
]
