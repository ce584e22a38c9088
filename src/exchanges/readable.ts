import { binance } from './binance.ts'
import { bitbank } from './bitbank.ts'
import { bitflyer } from './bitflyer.ts'
import { bitget } from './bitget.ts'
import { bithumb } from './bithumb.ts'
import { bybit } from './bybit.ts'
import { coinbase } from './coinbase.ts'
import { coincheck } from './coincheck.ts'
import { cryptocom } from './cryptocom.ts'
import type { Exchange } from './exchange.ts'
import { gateIo } from './gate-io.ts'
import { gmocoin } from './gmocoin.ts'
import { htx } from './htx.ts'
import { kraken } from './kraken.ts'
import { kucoin } from './kucoin.ts'
import { mexc } from './mexc.ts'
import { okx } from './okx.ts'
import { upbit } from './upbit.ts'

/**
 * Every exchange whose payloads and pages can be read. Apart from registry.ts, so that what is not
 * watched is not shipped.
 */
export const readable: readonly Exchange[] = [
  binance,
  bybit,
  okx,
  kucoin,
  gateIo,
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
