import type { Side } from '../../market/trade.ts'

const words: Readonly<Record<string, Side>> = {
  buy: 'buy',
  bid: 'buy',
  b: 'buy',
  sell: 'sell',
  ask: 'sell',
  s: 'sell',
}

/** The side a venue's word names (`Buy`, `SELL`, `b`, `ASK`); undefined for any other. */
export function sideOf(word: unknown): Side | undefined {
  return typeof word === 'string' && Object.hasOwn(words, word.toLowerCase())
    ? words[word.toLowerCase()]
    : undefined
}

/** The taker's side where the venue names the maker's. */
export function takerOf(makerSide: unknown): Side | undefined {
  const maker = sideOf(makerSide)
  return maker && (maker === 'buy' ? 'sell' : 'buy')
}
