import { binance } from './binance/binance.ts'
import { bithumb } from './bithumb/bithumb.ts'
import { bybit } from './bybit/bybit.ts'
import { upbit } from './upbit/upbit.ts'
import type { Venue } from './venue.ts'

/** Every exchange the server can play. */
export const venues: readonly Venue[] = [binance, bybit, upbit, bithumb]
