import type { ReadKind, RestCall } from './exchange.ts'

/** A GET of weight 1, or more. */
/*#__NO_SIDE_EFFECTS__*/
export function get(kind: ReadKind, url: string, weight = 1): RestCall {
  return { kind, url, weight }
}

/** The back-fill of one pair's trades: a GET whose address ends in the symbol. */
/*#__NO_SIDE_EFFECTS__*/
export function tradesOf(url: string, weight = 1): (symbol: string) => RestCall {
  return (symbol) => get('rest.trades', url + encodeURIComponent(symbol), weight)
}
