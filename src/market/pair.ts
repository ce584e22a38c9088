/** Base against quote on one venue's spot market. */
export interface Pair {
  /** Venue id, e.g. `binance`. */
  readonly venue: string
  readonly base: string
  readonly quote: string
}

/** Whether orders can meet on a pair now. */
export type ListingState = 'trading' | 'halted' | 'cancel-only' | 'delisted' | 'prelisting'

/** One entry of a venue's list of pairs. */
export interface Listing {
  readonly type: 'symbol'
  readonly symbol: string
  readonly base: string
  readonly quote: string
  readonly state: ListingState
}

/** A pair as written for people and in alert files: `SYS/BTC`. */
export function pairName(pair: Pick<Pair, 'base' | 'quote'>): string {
  return `${pair.base}/${pair.quote}`
}

/** One string per pair over all venues, e.g. `binance:SYS/BTC`. */
export function pairKey(pair: Pair): string {
  return `${pair.venue}:${pairName(pair)}`
}
