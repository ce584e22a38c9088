import { type ContractMarket, openContracts } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import type { Market } from '../../market/market.ts'
import { openVenueMarket, type VenueMarket } from '../../market/venue-market.ts'
import { coinUnit, type ContractUnit, multipliedName, openContractUnits } from '../contract-units.ts'
import { dollarQuotes, usdQuotes } from '../quotes.ts'

/** A spot pair, or a perpetual contract. */
export interface Product {
  readonly venueMarket: VenueMarket
  readonly listing: Listing
  readonly unit: ContractUnit
}

/** What Crypto.com trades: spot and perpetuals have the same paths and channels. */
export interface Products {
  readonly spot: VenueMarket
  readonly perpetual: VenueMarket
  readonly contracts: ContractMarket
  readonly all: readonly Product[]
  named(symbol: string): Product | null
  isContract(product: Product): boolean
}

/** Opens both markets. */
export function openProducts(market: Market): Products {
  const spot = openVenueMarket(market, {
    venue: 'cryptocom',
    symbolOf: (base, quote) => `${base}_${quote}`,
    quotes: dollarQuotes,
  })
  const { USD = [] } = usdQuotes
  const perpetual = openVenueMarket(market, {
    venue: 'cryptocom-perpetual',
    symbolOf: (base, quote) => `${multipliedName(base)}${quote}-PERP`,
    quotes: { USD },
  })
  const unitOf = openContractUnits({ sizes: false })
  const all: readonly Product[] = [
    ...spot.listings.map((listing) => ({ venueMarket: spot, listing, unit: coinUnit })),
    ...perpetual.listings.map((listing) => ({ venueMarket: perpetual, listing, unit: unitOf(listing) })),
  ]
  const bySymbol = new Map(all.map((product) => [product.listing.symbol, product]))
  return {
    spot,
    perpetual,
    contracts: openContracts(market, perpetual),
    all,
    named: (symbol) => bySymbol.get(symbol) ?? null,
    isContract: ({ venueMarket }) => venueMarket === perpetual,
  }
}

/** Open interest of a contract; of a spot pair 0. */
export const openInterestOf = (products: Products, product: Product): number =>
  products.isContract(product) ? products.contracts.termsOf(product.listing).openInterest : 0
