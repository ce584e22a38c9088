import type { Exchange } from '../../../src/exchanges/exchange.ts'
import { MINUTE } from '../market/bar.ts'
import type { Good } from '../market/good.ts'
import type { Shelf } from '../market/shelf.ts'

/** Everything the trading page draws of one pair. */
export function pairView(shelf: Shelf, good: Good, minutes: number): unknown {
  const { base, quote, decimals } = good
  const day = shelf.figures(good)
  return {
    now: shelf.now,
    base,
    quote,
    decimals,
    status: shelf.status(good),
    day: { open: day.open, high: day.high, low: day.low, last: day.last, quote: day.quote },
    candles: shelf
      .candles(good, minutes, 140)
      .map((bar) => [bar.minute * MINUTE, bar.open, bar.high, bar.low, bar.close, bar.quote]),
    trades: shelf
      .trades(good, 40)
      .toReversed()
      .map(({ at, price, amount, side }) => [at, price, amount, side]),
    book: shelf.book(good, 24),
  }
}

/** The list of pairs: the busiest of each quote, the change of a day, and where each is to be found. */
export function pairList(shelf: Shelf, exchange: Exchange, locale: string): unknown {
  return shelf.goods
    .toSorted((a, b) => b.tape.day.quote - a.tape.day.quote)
    .map((good) => {
      const { base, quote, decimals } = good
      const { open, last } = shelf.figures(good)
      const href = exchange.pageOf({ base, quote }, locale)
      return [base, quote, last, open > 0 ? last / open - 1 : 0, decimals, href]
    })
}
