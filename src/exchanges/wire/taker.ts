import type { Side } from '../../market/trade.ts'

const sides: Readonly<Record<string, Side>> = {
  buy: 'buy',
  bid: 'buy',
  b: 'buy',
  sell: 'sell',
  ask: 'sell',
  s: 'sell',
}

/** The side that an exchange's word names (`Buy`, `SELL`, `b`, `ASK`); undefined for any other value. */
export function sideOf(word: unknown): Side | undefined {
  return typeof word === 'string' && Object.hasOwn(sides, word.toLowerCase())
    ? sides[word.toLowerCase()]
    : undefined
}

/** The taker's side, where the exchange names the maker's. */
export function takerOf(makerSide: unknown): Side | undefined {
  const maker = sideOf(makerSide)
  return maker && (maker === 'buy' ? 'sell' : 'buy')
}
