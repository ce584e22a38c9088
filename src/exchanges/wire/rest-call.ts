import type { ReadKind, RestCall } from '../exchange.ts'

/** A GET of weight 1, or more. */
/*#__NO_SIDE_EFFECTS__*/
export function get(kind: ReadKind, url: string, weight = 1): RestCall {
  return { kind, url, weight }
}

/** The GET for one pair, whose symbol stands for `{symbol}` in the address. */
/*#__NO_SIDE_EFFECTS__*/
export function getOf(kind: ReadKind, url: string, weight = 1): (symbol: string) => RestCall {
  return (symbol) =>
    get(
      kind,
      url.replace('{symbol}', () => encodeURIComponent(symbol)),
      weight,
    )
}

/** The back-fill of one pair's trades. */
/*#__NO_SIDE_EFFECTS__*/
export function tradesOf(url: string, weight = 1): (symbol: string) => RestCall {
  return getOf('rest.trades', url, weight)
}
