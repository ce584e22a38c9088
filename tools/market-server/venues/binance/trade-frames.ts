import type { Print } from '../../market/order.ts'
import { fixed } from './fixed.ts'
import { aggregateRow, aggregatesOf } from './trades.ts'

/** A payload for all subscribers of a stream. */
export interface Frame {
  readonly stream: string
  readonly payload: unknown
}

/**
 * `<symbol>@trade` and `<symbol>@aggTrade` events of these fills, for streams with subscribers. A sweep over
 * three prices is three aggregates of equal time; the event follows its trade by two milliseconds.
 */
export function* tradeFrames(
  prints: readonly Print[],
  wanted: (stream: string) => boolean,
): Generator<Frame> {
  const streams = new Map<string, { readonly trades: boolean; readonly aggregates: boolean }>()
  const own = prints.filter(({ symbol }) => {
    let kinds = streams.get(symbol)
    if (!kinds) {
      const name = symbol.toLowerCase()
      kinds = { trades: wanted(`${name}@trade`), aggregates: wanted(`${name}@aggTrade`) }
      streams.set(symbol, kinds)
    }
    return kinds.trades || kinds.aggregates
  })
  for (const aggregate of aggregatesOf(own)) {
    const { symbol: s, at } = aggregate.first
    const payload = { e: 'aggTrade', E: at + 2, s, ...aggregateRow(aggregate) }
    yield { stream: `${s.toLowerCase()}@aggTrade`, payload }
  }
  for (const print of own) {
    const { symbol: s, at, id } = print
    const trade = {
      t: id,
      p: fixed(print.price),
      q: fixed(print.amount),
      T: at,
      m: print.side === 'sell',
      M: true,
    }
    yield { stream: `${s.toLowerCase()}@trade`, payload: { e: 'trade', E: at + 2, s, ...trade } }
  }
}
