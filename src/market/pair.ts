/** Base against quote on one exchange's spot market. */
export interface Pair {
  /** Venue id, e.g. `binance`. */
  readonly venue: string
  readonly base: string
  readonly quote: string
}

/** Most pairs of one venue that are known at a time: the largest lists have about four thousand. */
export const maxPairs = 10_000

/** Whether a pair can be traded now. */
export const listingStates = ['trading', 'halted', 'cancel-only', 'delisted', 'prelisting'] as const

export type ListingState = (typeof listingStates)[number]

/** One entry of an exchange's list of pairs. */
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

/** One string per pair across exchanges, e.g. `binance:SYS/BTC`. */
export function pairKey(pair: Pair): string {
  return `${pair.venue}:${pairName(pair)}`
}

/**
 * Whether a trading page that names these coins shows this pair: by its coins, or by its symbol, which a renamed coin
 * keeps (KuCoin's BCHSV-USDT is BSV/USDT).
 */
export function isPairOfPage(
  {
    symbol,
    base,
    quote,
  }: { readonly symbol: string | null; readonly base: string | null; readonly quote: string | null },
  page: Pick<Pair, 'base' | 'quote'>,
): boolean {
  const isNamed = base === page.base && quote === page.quote
  return isNamed || symbol?.replace(/[^a-z0-9]/gi, '').toUpperCase() === page.base + page.quote
}
