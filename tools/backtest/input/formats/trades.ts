import type { Trade } from '../../../../src/market/trade.ts'
import { columns, isMarketTime, type Recogniser } from './format.ts'
import { letterAt, numberAt } from '../line.ts'

const buyLetter = 'B'.charCodeAt(0)
const sellLetter = 'S'.charCodeAt(0)

/** `time_ms,side,price,amount`: every execution of one pair, side `B`/`S` of the taker. */
export const recogniseTrades: Recogniser = (first) => {
  const at = columns(first, ['time_ms', 'side', 'price', 'amount'])
  if (!at) return null
  return {
    kind: 'trades',
    headed: true,
    parts: false,
    reader: (symbol) => (line) => {
      const letter = letterAt(line, at.side)
      const side = letter === buyLetter ? 'buy' : letter === sellLetter ? 'sell' : null
      if (!side) return null
      return soundTrade({
        type: 'trade',
        symbol,
        price: numberAt(line, at.price),
        amount: numberAt(line, at.amount),
        side,
        at: numberAt(line, at.time_ms),
      })
    },
  }
}

/** The trade, or null where price, amount or time is invalid. */
export function soundTrade(trade: Trade): Trade | null {
  const { price, amount, at } = trade
  return price > 0 && price < Infinity && amount > 0 && amount < Infinity && isMarketTime(at) ? trade : null
}
