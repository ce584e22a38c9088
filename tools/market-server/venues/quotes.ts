import type { Rate } from '../market/good.ts'
import type { Shelf } from '../market/shelf.ts'

/** USDT per BTC where a coin is played against BTC only: the price at which the universe begins. */
const DOLLARS = 6_500

const inDollars: readonly Rate[] = [
  { from: 'USDT', rate: 1 },
  { from: 'BTC', rate: DOLLARS },
]
const inBitcoin: readonly Rate[] = [{ from: 'BTC', rate: 1 }]

/** A venue of dollars and BTC: a coin without a dollar pair of its own is priced by its BTC pair. */
export const dollars: Readonly<Record<string, readonly Rate[]>> = { USDT: inDollars, BTC: inBitcoin }

/** The same where the dollar is a bank's. */
export const fiatDollars: Readonly<Record<string, readonly Rate[]>> = { USD: inDollars, BTC: inBitcoin }

/** Yen per dollar, and what GMO Coin's foreign exchange desk quotes: cross rates come out exact. */
export const YEN = 110
const WON = 1_120

const inDollarsOf = (perDollar: number): readonly Rate[] =>
  inDollars.map(({ from, rate }) => ({ from, rate: rate * perDollar }))

/** A Japanese venue. */
export const yen: Readonly<Record<string, readonly Rate[]>> = { JPY: inDollarsOf(YEN) }

/** A Korean venue: won, and a market of BTC. */
export const won: Readonly<Record<string, readonly Rate[]>> = { KRW: inDollarsOf(WON), BTC: inBitcoin }

/** USDT in one unit of a quote, by the venue's own last trade; 0 where no pair tells. */
export function dollarsIn(shelf: Shelf, quote: string): number {
  const pair = quote === 'USDT' ? null : shelf.of(quote, 'USDT')
  return quote === 'USDT' ? 1 : pair ? shelf.figures(pair).last : 0
}
