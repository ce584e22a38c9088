import type { Rate } from '../market/good.ts'

/** USDT per BTC where a coin is played against BTC only: the price at which the universe begins. */
const DOLLARS = 6_500

/** A venue of dollars and BTC: a coin without a dollar pair of its own is priced by its BTC pair. */
export const dollars: Readonly<Record<string, readonly Rate[]>> = {
  USDT: [
    { from: 'USDT', rate: 1 },
    { from: 'BTC', rate: DOLLARS },
  ],
  BTC: [{ from: 'BTC', rate: 1 }],
}
