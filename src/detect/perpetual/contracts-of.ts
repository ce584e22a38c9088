import type { PairState } from '../pair/pair-state.ts'

/** A symbol without the punctuation that venues put into it: `BTCUSDT` of `BTC-USDT`. */
export const nameOf = (symbol: string): string => symbol.replace(/[^a-z0-9]/gi, '').toUpperCase()

/** By the contracts: the symbols of those of a base and quote. Made once of each list. */
const known = new WeakMap<object, ReadonlyMap<string, readonly string[]>>()

/**
 * The contracts that a row is about: the one of its symbol, or, of an index with a symbol of its own (OKX), all those
 * of its base and quote. None where the venue's list has none: dated futures come in the same messages.
 */
export function contractsOf(
  rows: ReadonlyMap<string, number>,
  pairs: ReadonlyMap<string, PairState>,
  symbol: string,
): readonly string[] {
  if (rows.has(symbol)) return [symbol]
  let names = known.get(rows)
  if (!names) known.set(rows, (names = namesOf(rows, pairs)))
  return names.get(nameOf(symbol)) ?? []
}

function namesOf(
  rows: ReadonlyMap<string, number>,
  pairs: ReadonlyMap<string, PairState>,
): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>()
  for (const symbol of rows.keys()) {
    const pair = pairs.get(symbol)
    if (!pair?.base || !pair.quote) continue
    const name = nameOf(pair.base + pair.quote)
    names.set(name, [...(names.get(name) ?? []), symbol])
  }
  return names
}
