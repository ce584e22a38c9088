import { binance } from './binance/binance.ts'
import type { Venue } from './venue.ts'

/** Every exchange the server can play. */
export const venues: readonly Venue[] = [binance]
