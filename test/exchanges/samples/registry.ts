import { binanceSamples } from './binance.ts'
import { bitbankSamples } from './bitbank.ts'
import { bitflyerSamples } from './bitflyer.ts'
import { bitgetSamples } from './bitget.ts'
import { bithumbSamples } from './bithumb.ts'
import { bybitSamples } from './bybit.ts'
import { coinbaseSamples } from './coinbase.ts'
import { coincheckSamples } from './coincheck.ts'
import { cryptocomSamples } from './cryptocom.ts'
import { gateSamples } from './gate.ts'
import { gmocoinSamples } from './gmocoin.ts'
import { htxSamples } from './htx.ts'
import { krakenSamples } from './kraken.ts'
import { kucoinSamples } from './kucoin.ts'
import { mexcSamples } from './mexc.ts'
import { okxSamples } from './okx.ts'
import { upbitSamples } from './upbit.ts'
import type { Samples } from './sample.ts'

/** The samples of every exchange, by its id. */
export const samples: Readonly<Record<string, Samples>> = {
  binance: binanceSamples,
  bybit: bybitSamples,
  okx: okxSamples,
  kucoin: kucoinSamples,
  gate: gateSamples,
  mexc: mexcSamples,
  bitget: bitgetSamples,
  htx: htxSamples,
  cryptocom: cryptocomSamples,
  coinbase: coinbaseSamples,
  kraken: krakenSamples,
  upbit: upbitSamples,
  bithumb: bithumbSamples,
  bitbank: bitbankSamples,
  gmocoin: gmocoinSamples,
  bitflyer: bitflyerSamples,
  coincheck: coincheckSamples,
}
