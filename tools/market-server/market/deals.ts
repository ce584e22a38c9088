import type { Side } from '../../../src/market/trade.ts'
import type { Good } from './good.ts'
import type { Print } from './order.ts'

/** One fill as a venue tells it, in the venue's quote and on its grid. */
export interface Deal {
  readonly good: Good
  /** Consecutive per pair. */
  readonly id: number
  /** Names the taker order: equal for all fills of one, larger than for any order before. */
  readonly order: number
  readonly at: number
  readonly price: number
  readonly amount: number
  /** The taker's. */
  readonly side: Side
}

/** The fills of one pair, oldest first, as deals of a good. Fills of one moment and side are one taker order. */
export function dealsOf(good: Good, prints: readonly Print[]): Deal[] {
  let order = 0
  return prints.map(({ id, at, side, price, amount }, i) => {
    const before = prints[i - 1]
    if (before?.at !== at || before.side !== side) order = id
    return { good, id, order, at, price: good.price(price, at), amount, side }
  })
}

/** The deals of a step, each pair's together, oldest first. */
export function byGood(deals: readonly Deal[]): Map<Good, Deal[]> {
  const groups = new Map<Good, Deal[]>()
  for (const deal of deals) {
    const group = groups.get(deal.good)
    if (group) group.push(deal)
    else groups.set(deal.good, [deal])
  }
  return groups
}
