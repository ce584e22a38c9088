import type { Bar } from './bar.ts'
import type { Book } from './book.ts'
import { bookOf } from './book.ts'
import { candlesOf } from './candles.ts'
import type { Deal } from './deals.ts'
import { dealsOf } from './deals.ts'
import type { Figures } from './figures.ts'
import { goodBar, goodFigures } from './good-figures.ts'
import type { Assortment, Good } from './good.ts'
import { stock } from './good.ts'
import type { Market, Status } from './market.ts'
import { statusOf } from './market.ts'
import type { Official } from './official.ts'
import { officialOf } from './official.ts'
import type { Print } from './order.ts'

/** What one venue lists of the played market, and says of it. Everything is of the market's moment. */
export interface Shelf {
  readonly venue: string
  /** Market time, ms UTC. */
  readonly now: number
  readonly goods: readonly Good[]
  /** The pair the venue calls so; null where it lists none. */
  good(symbol: string): Good | null
  of(base: string, quote: string): Good | null
  /** Every currency on either side, once. */
  readonly assets: readonly string[]
  /** The last 24 h. */
  figures(good: Good): Figures
  book(good: Good, depth: number): Book
  /** The latest `most` fills, oldest first. */
  trades(good: Good, most: number): Deal[]
  /** The latest `most` candles of so many minutes, oldest first. */
  candles(good: Good, minutes: number, most: number): Bar[]
  status(good: Good): Status
  /** The fills of a step on this venue, pair by pair, oldest first; a pair that is halted here has none. */
  dealsOf(prints: readonly Print[]): Deal[]
  readonly official: Official
}

/** Opens a venue's shelf on a market. */
export function openShelf(market: Market, assortment: Assortment): Shelf {
  const { venue } = assortment
  const goods = stock(market, assortment)
  const bySymbol = new Map(goods.map((good) => [good.symbol, good]))
  const copies = grouped(goods, ({ tape }) => tape.instrument.symbol)
  const status = (good: Good): Status => statusOf(market, good.tape.instrument.symbol, venue)
  return {
    venue,
    get now() {
      return market.now
    },
    goods,
    good: (symbol) => bySymbol.get(symbol) ?? null,
    of: (base, quote) => goods.find((good) => good.base === base && good.quote === quote) ?? null,
    assets: [...new Set(goods.flatMap(({ base, quote }) => [base, quote]))],
    figures: goodFigures,
    book(good, depth) {
      const { bids, asks } = bookOf(good.tape, market.now, depth)
      const priced = (levels: Book['bids']) =>
        levels.map(({ price, amount }) => ({ price: good.price(price), amount }))
      return { bids: priced(bids), asks: priced(asks) }
    },
    trades: (good, most) => dealsOf(good, good.tape.prints).slice(-most),
    candles: (good, minutes, most) =>
      candlesOf(good.tape, minutes, market.now)
        .slice(-most)
        .map((bar) => goodBar(good, bar)),
    status,
    dealsOf: (prints) =>
      [...grouped(prints, ({ symbol }) => symbol)].flatMap(([symbol, own]) =>
        (copies.get(symbol) ?? [])
          .filter((good) => status(good) === 'TRADING')
          .flatMap((good) => dealsOf(good, own)),
      ),
    official: officialOf(market, venue),
  }
}

function grouped<T>(list: readonly T[], nameOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const name = nameOf(one)
    const group = groups.get(name)
    if (group) group.push(one)
    else groups.set(name, [one])
  }
  return groups
}
