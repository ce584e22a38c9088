import type { Trade } from '../../../../src/market/trade.ts'
import { type Recogniser, type RowReader } from './format.ts'
import { numberAt, textAt, type Line } from '../line.ts'
import { soundTrade } from './trades.ts'

// https://github.com/binance/binance-public-data: spot files have no header line, futures files do since
// 2022. Since 2025 spot files give microseconds.

interface Layout {
  readonly price: number
  readonly amount: number
  readonly time: number
  /** Whether the buyer was the maker: if so, the taker sold. */
  readonly buyerMaker: number
  /** First and last trade id of a row that merges fills. */
  readonly ids?: readonly [number, number]
}

const trades: Layout = { price: 1, amount: 2, time: 4, buyerMaker: 5 }
const aggTrades: Layout = { price: 1, amount: 2, time: 5, buyerMaker: 6, ids: [3, 4] }

const wholeNumber = /^\d+$/
const bool = /^(true|false)$/i

/** Binance public data `trades` and `aggTrades`, with or without header. */
export const recogniseBinanceTrades: Recogniser = (first) => {
  const layout = layoutOf(first)
  if (!layout) return null
  const headed = !wholeNumber.test(first[0] ?? '')
  return { kind: 'trades', headed, parts: true, reader: (symbol) => reader(symbol, layout) }
}

function layoutOf(first: readonly string[]): Layout | null {
  if (/^agg(regate)?_?trade_?id$/i.test(first[0] ?? '')) return aggTrades
  if (/^(trade_?)?id$/i.test(first[0] ?? '') && /^price$/i.test(first[1] ?? '')) return trades
  const numbers = first.findIndex((field) => !wholeNumber.test(field) && !/^\d*\.?\d+(e-?\d+)?$/i.test(field))
  if (!wholeNumber.test(first[0] ?? '') || !bool.test(first[numbers] ?? '')) return null
  if (numbers === aggTrades.buyerMaker && [3, 4].every((at) => wholeNumber.test(first[at] ?? '')))
    return aggTrades
  return numbers === trades.buyerMaker ? trades : null
}

function reader(symbol: string, layout: Layout): RowReader<Trade> {
  return (line) => {
    const maker = textAt(line, layout.buyerMaker).toLowerCase()
    if (maker !== 'true' && maker !== 'false') return null
    const fills = layout.ids ? numberAt(line, layout.ids[1]) - numberAt(line, layout.ids[0]) + 1 : 1
    if (!(fills >= 1)) return null
    return soundTrade({
      type: 'trade',
      symbol,
      price: numberAt(line, layout.price),
      amount: numberAt(line, layout.amount),
      side: maker === 'true' ? 'sell' : 'buy',
      at: milliseconds(line, layout.time),
      fills,
    })
  }
}

/** A time in ms, from ms or microseconds. */
export function milliseconds(line: Line, field: number): number {
  const time = numberAt(line, field)
  return time > 1e14 ? Math.floor(time / 1000) : time
}
