import { binance } from './exceptions/binance.ts'
import { bitget } from './exceptions/bitget.ts'
import { bybit } from './exceptions/bybit.ts'
import { coinbase } from './exceptions/coinbase.ts'
import { cryptocom } from './exceptions/cryptocom.ts'
import { gate } from './exceptions/gate.ts'
import { htx } from './exceptions/htx.ts'
import { hyperliquid } from './exceptions/hyperliquid.ts'
import { kraken } from './exceptions/kraken.ts'
import { kucoin } from './exceptions/kucoin.ts'
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
  ...kucoin,
  ...htx,
  ...cryptocom,
  ...coinbase,
  ...kraken,
  ...hyperliquid,
]
