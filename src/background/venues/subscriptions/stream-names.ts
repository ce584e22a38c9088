import type { TradeFeed } from '../../../exchanges/feeds/trade-feed.ts'
import type { Listing } from '../../../market/pair.ts'

/** What the streams call a pair. */
export interface StreamNames {
  nameOf(symbol: string): string
  /** The symbol of a pair by its name; the name itself where it was never asked for. */
  symbolOf(name: string): string
  /** Takes the venue's list; returns the symbols that trade since, or have another name than before. */
  learn(listings: readonly Listing[]): readonly string[]
}

export function createStreamNames({ streamSymbol }: Pick<TradeFeed, 'streamSymbol'>): StreamNames {
  /** Names of the pairs in the venue's last list that trade. */
  let listed = new Map<string, string>()
  const symbols = new Map<string, string>()
  const named = (symbol: string, listing?: Listing) => streamSymbol?.(symbol, listing) ?? symbol
  return {
    nameOf(symbol) {
      const name = listed.get(symbol) ?? named(symbol)
      symbols.set(name, symbol)
      return name
    },
    symbolOf: (name) => symbols.get(name) ?? name,
    learn(listings) {
      const before = listed
      listed = new Map(
        listings
          .filter(({ state }) => state === 'trading')
          .map((listing) => [listing.symbol, named(listing.symbol, listing)]),
      )
      return [...listed].filter(([symbol, name]) => before.get(symbol) !== name).map(([symbol]) => symbol)
    },
  }
}
