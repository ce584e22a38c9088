import { binanceSamples } from './binance.ts'
import type { Samples } from './sample.ts'

/** The samples of every exchange, by its id. */
export const samples: Readonly<Record<string, Samples>> = { binance: binanceSamples }
