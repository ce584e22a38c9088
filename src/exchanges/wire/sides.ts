import type { Pair } from '../../market/pair.ts'

/** The two currencies of a pair, upper case. */
export type Sides = Pick<Pair, 'base' | 'quote'>

const cut = (symbol: string, separator: string): readonly [string, string] | null => {
  const [first, second, ...rest] = symbol.toUpperCase().split(separator)
  return first && second && rest.length === 0 ? [first, second] : null
}

/** Sides of a symbol such as `BTC-USDT`. Null where it does not have two parts, as futures have three. */
export function baseFirst(symbol: string, separator: string): Sides | null {
  const parts = cut(symbol, separator)
  return parts && { base: parts[0], quote: parts[1] }
}

/** Sides of a symbol such as `KRW-BTC`, as Korean venues write it. */
export function quoteFirst(symbol: string, separator: string): Sides | null {
  const parts = cut(symbol, separator)
  return parts && { base: parts[1], quote: parts[0] }
}

/** Whether a symbol names something else than two sides: a perpetual, a future. Of what is no text nobody knows. */
export function isOther(symbol: unknown, separator: string): boolean {
  return typeof symbol === 'string' && cut(symbol, separator) === null
}
