import type { Trade } from '../../market/trade.ts'

/** A trade as it is recorded: in a pump they are most of a recording. */
export type PackedTrade = readonly [
  price: number,
  amount: number,
  side: 'b' | 's',
  at: number,
  rest?: Partial<Pick<Trade, 'id' | 'order' | 'fills'>> & { readonly symbol?: null },
]

/** @param symbol of the pair, which most trades name too */
export function packTrades(trades: readonly Trade[], symbol: string): readonly PackedTrade[] {
  return trades.map(({ type: _, price, amount, side, at, symbol: own, ...rest }) => {
    const letter = side === 'buy' ? 'b' : 's'
    const known = own === symbol ? rest : { ...rest, symbol: null }
    return Object.keys(known).length > 0 ? [price, amount, letter, at, known] : [price, amount, letter, at]
  })
}

/** The trades of what `packTrades` made. */
export function unpackTrades(packed: readonly PackedTrade[], symbol: string): readonly Trade[] {
  return packed.map(([price, amount, letter, at, rest]) => {
    return { type: 'trade', symbol, ...rest, price, amount, side: letter === 'b' ? 'buy' : 'sell', at }
  })
}
