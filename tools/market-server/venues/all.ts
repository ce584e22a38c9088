import { binance } from './binance/binance.ts'
import { binancePerpetual } from './binance-perpetual/binance-perpetual.ts'
import { bitbank } from './bitbank/bitbank.ts'
import { bitflyer, bitflyerPerpetual } from './bitflyer/bitflyer.ts'
import { bitget } from './bitget/bitget.ts'
import { bitgetPerpetual } from './bitget-perpetual/bitget-perpetual.ts'
import { bithumb } from './bithumb/bithumb.ts'
import { bybit } from './bybit/bybit.ts'
import { bybitPerpetual } from './bybit-perpetual/bybit-perpetual.ts'
import { coinbase } from './coinbase/coinbase.ts'
import { coinbasePerpetual } from './coinbase-perpetual/coinbase-perpetual.ts'
import { coincheck } from './coincheck/coincheck.ts'
import { cryptocom, cryptocomPerpetual } from './cryptocom/cryptocom.ts'
import { gate } from './gate/gate.ts'
import { gatePerpetual } from './gate-perpetual/gate-perpetual.ts'
import { gmocoin } from './gmocoin/gmocoin.ts'
import { hyperliquidPerpetual } from './hyperliquid-perpetual/hyperliquid-perpetual.ts'
import { htx } from './htx/htx.ts'
import { htxPerpetual } from './htx-perpetual/htx-perpetual.ts'
import { kraken } from './kraken/kraken.ts'
import { krakenPerpetual } from './kraken-perpetual/kraken-perpetual.ts'
import { kucoin } from './kucoin/kucoin.ts'
import { kucoinPerpetual } from './kucoin-perpetual/kucoin-perpetual.ts'
import { mexc } from './mexc/mexc.ts'
import { mexcPerpetual } from './mexc-perpetual/mexc-perpetual.ts'
import { okx } from './okx/okx.ts'
import { okxPerpetual } from './okx-perpetual/okx-perpetual.ts'
import { upbit } from './upbit/upbit.ts'
import type { SimulatedVenue } from './simulated-venue.ts'

/** Every exchange the server can simulate. */
export const venues: readonly SimulatedVenue[] = [
  binance,
  bybit,
  okx,
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
  kucoin,
  gate,
  mexc,
  binancePerpetual,
  bybitPerpetual,
  okxPerpetual,
  gatePerpetual,
  bitgetPerpetual,
  kucoinPerpetual,
  htxPerpetual,
  mexcPerpetual,
  cryptocomPerpetual,
  coinbasePerpetual,
  krakenPerpetual,
  bitflyerPerpetual,
  hyperliquidPerpetual,
]
