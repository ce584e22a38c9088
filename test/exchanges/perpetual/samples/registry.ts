import { binance } from './binance.ts'
import { bitget } from './bitget.ts'
import { bybit } from './bybit.ts'
import { gate } from './gate.ts'
import { hyperliquid } from './hyperliquid.ts'
import { mexc } from './mexc.ts'
import { okx } from './okx.ts'
import type { PerpetualSamples } from './sample.ts'

/** Made-up payloads by venue. */
export const perpetualSamples: Readonly<Record<string, PerpetualSamples>> = {
  binance,
  bitget,
  bybit,
  gate,
  hyperliquid,
  mexc,
  okx,
}
