import type { Pair } from '../../market/pair.ts'

/** The two currencies of a pair, upper case. */
export type Sides = Pick<Pair, 'base' | 'quote'>

const split = (symbol: string, separator: string): readonly [string, string] | null => {
  const [first, second, ...rest] = symbol.toUpperCase().split(separator)
  return first && second && rest.length === 0 ? [first, second] : null
}

/** Sides of a symbol such as `BTC-USDT`; null where it does not have two parts, as futures have three. */
export function baseFirst(symbol: string, separator: string): Sides | null {
  const parts = split(symbol, separator)
  return parts && { base: parts[0], quote: parts[1] }
}

/** Sides of a symbol such as `KRW-BTC`, the Korean order. */
export function quoteFirst(symbol: string, separator: string): Sides | null {
  const parts = split(symbol, separator)
  return parts && { base: parts[1], quote: parts[0] }
}

/**
 * Whether a symbol has other than two parts: a perpetual or a future. A value that is no text is left to
 * validation.
 */
export function isDerivative(symbol: unknown, separator: string): boolean {
  return typeof symbol === 'string' && split(symbol, separator) === null
}
