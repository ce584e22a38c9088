import type { Market } from '../../market/market.ts'
import type { Print } from '../../market/order.ts'
import { fixed } from './fixed.ts'
import { limitOf, tapeOf, wholeOf } from './params.ts'
import { badCombination } from './refusal.ts'

/** Fills of one taker order at one price, as Binance merges them. */
export interface Aggregate {
  readonly first: Print
  readonly last: Print
  readonly amount: number
}

/** Merges consecutive prints of one pair that share an aggregate. */
export function aggregatesOf(prints: readonly Print[]): Aggregate[] {
  const merged: Aggregate[] = []
  for (const print of prints) {
    const before = merged.at(-1)
    if (before?.first.aggregate === print.aggregate && before.first.symbol === print.symbol) {
      merged[merged.length - 1] = { ...before, last: print, amount: before.amount + print.amount }
    } else merged.push({ first: print, last: print, amount: print.amount })
  }
  return merged
}

/** The fields that REST and streams share. `m`: the buyer was the maker, so the taker sold. */
export function aggregateRow({ first, last, amount }: Aggregate): Record<string, unknown> {
  return {
    a: first.aggregate,
    p: fixed(first.price),
    q: fixed(amount),
    f: first.id,
    l: last.id,
    T: first.at,
    m: first.side === 'sell',
    M: true,
  }
}

/** `GET /api/v3/aggTrades`, oldest first. @throws Refusal */
export function aggregateTrades(market: Market, query: URLSearchParams): unknown {
  const all = aggregatesOf(tapeOf(market, query).prints)
  const limit = limitOf(query, 500, 1_000)
  const fromId = wholeOf(query, 'fromId')
  const start = wholeOf(query, 'startTime')
  const end = wholeOf(query, 'endTime')
  if (fromId !== null && (start !== null || end !== null)) throw badCombination()
  const after = fromId ?? 0
  const within = all.filter(
    ({ first }) => first.aggregate >= after && first.at >= (start ?? 0) && first.at <= (end ?? Infinity),
  )
  const rows = fromId !== null || start !== null ? within.slice(0, limit) : within.slice(-limit)
  return rows.map(aggregateRow)
}

/** `GET /api/v3/trades`: the latest, oldest first. @throws Refusal */
export function recentTrades(market: Market, query: URLSearchParams): unknown {
  const { prints } = tapeOf(market, query)
  return prints.slice(-limitOf(query, 500, 1_000)).map((print) => ({
    id: print.id,
    price: fixed(print.price),
    qty: fixed(print.amount),
    quoteQty: fixed(print.price * print.amount),
    time: print.at,
    isBuyerMaker: print.side === 'sell',
    isBestMatch: true,
  }))
}
