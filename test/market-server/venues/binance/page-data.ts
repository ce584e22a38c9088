import { MINUTE } from '../../market/bar.ts'
import { bookOf } from '../../market/book.ts'
import type { Market } from '../../market/market.ts'
import { statusOf } from '../../market/market.ts'
import type { Tape } from '../../market/tape.ts'
import { candlesOf } from './klines.ts'
import { figuresOf } from './rolling.ts'
import { isListed } from './tickers.ts'

/** Everything the trading page draws of one pair; null where it is not listed. */
export function pairView(market: Market, symbol: string, minutes: number): unknown {
  const tape = market.tapes.get(symbol)
  if (!tape || !isListed(tape, market.now)) return null
  const { base, quote, tick } = tape.instrument
  const day = figuresOf(tape, tape.day)
  return {
    now: market.now,
    base,
    quote,
    decimals: Math.round(-Math.log10(tick)),
    status: statusOf(market, symbol),
    day: { open: day.open, high: day.high, low: day.low, last: day.last, quote: day.quote },
    candles: candlesOf(tape, minutes, market.now)
      .slice(-140)
      .map((bar) => [bar.minute * MINUTE, bar.open, bar.high, bar.low, bar.close, bar.quote]),
    trades: tape.prints
      .slice(-40)
      .toReversed()
      .map(({ at, price, amount, side }) => [at, price, amount, side]),
    book: bookOf(tape, market.now, 24),
  }
}

/** The list of pairs: the busiest of each quote, and the change of a day. */
export function pairList(market: Market): unknown {
  const worth = (tape: Tape): number => tape.day.quote
  return [...market.tapes.values()]
    .filter((tape) => !tape.instrument.dead && isListed(tape, market.now))
    .sort((a, b) => worth(b) - worth(a))
    .map((tape) => {
      const { base, quote, tick } = tape.instrument
      const { open, last } = figuresOf(tape, tape.day)
      return [base, quote, last, open > 0 ? last / open - 1 : 0, Math.round(-Math.log10(tick))]
    })
}
