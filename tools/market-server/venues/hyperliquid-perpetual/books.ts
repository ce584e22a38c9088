import type { ContractMarket } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { contextRow, metaRow, otherExchange } from './rows.ts'

/** The context of a contract in which nobody trades. */
const emptyContext = {
  funding: '0.0',
  openInterest: '0.0',
  prevDayPx: '4000.0',
  dayNtlVlm: '0.0',
  premium: null,
  oraclePx: '4000.0',
  markPx: '4000.0',
  midPx: null,
  impactPxs: null,
  dayBaseVlm: '0.0',
}

/** The lists of Hyperliquid and of the exchange that others run on it, and what is told of each contract. */
export interface Books {
  /** Names of the exchanges; Hyperliquid's own has none. */
  readonly names: readonly string[]
  /** A list by the name of its exchange. */
  meta(name: string): Record<string, unknown>
  /** What is told of its contracts, in the order of the list. */
  contexts(name: string): Record<string, unknown>[]
  /** `[name, word]` of what others list. */
  categories(): [string, string][]
}

/** Opens them. A metal stands before the coins of the other. */
export function openBooks(venueMarket: VenueMarket, contracts: ContractMarket): Books {
  const { name, quote, collateralToken, metal } = otherExchange
  const isOther = (listing: Listing) => listing.quote === quote
  const own = venueMarket.listings.filter((listing) => !isOther(listing))
  const others = venueMarket.listings.filter(isOther)
  const context = (listing: Listing) => contextRow(venueMarket, listing, contracts.termsOf(listing))
  const list = (universe: object[], token: number) => ({ universe, marginTables: [], collateralToken: token })
  const gold = { szDecimals: 2, name: `${name}:${metal}`, maxLeverage: 20, marginTableId: 20 }
  return {
    names: ['', name],
    meta: (of) =>
      of === '' ? list(own.map(metaRow), 0) : list([gold, ...others.map(metaRow)], collateralToken),
    contexts: (of) => (of === '' ? own.map(context) : [emptyContext, ...others.map(context)]),
    categories: () => [
      [gold.name, 'commodities'],
      ...others.map(({ symbol }): [string, string] => [symbol, 'crypto']),
    ],
  }
}
