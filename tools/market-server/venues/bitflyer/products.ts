import { type ContractMarket, openContracts } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import type { Market } from '../../market/market.ts'
import { openVenueMarket, type VenueMarket } from '../../market/venue-market.ts'
import { yenQuotes } from '../quotes.ts'

const bases = 'BTC ETH XRP XLM LSK BAT BCC SYS ADX'.split(' ')
/** The exchange has one; a second coin, so that what happens to any is told here as well. */
const cfdBases = ['BTC', 'XLM']

/** A product and the market that lists it. */
export interface Product {
  readonly venueMarket: VenueMarket
  readonly listing: Listing
}

/** What bitFlyer trades: spot, and Crypto CFD as `FX_BTC_JPY`. */
export interface Products {
  readonly spot: VenueMarket
  readonly cfd: VenueMarket
  readonly contracts: ContractMarket
  /** The product with that code; null where there is none. */
  named(code: string): Product | null
}

/** Opens both markets. */
export function openProducts(market: Market): Products {
  const spot = openVenueMarket(market, {
    venue: 'bitflyer',
    symbolOf: (base, quote) => `${base}_${quote}`,
    quotes: yenQuotes,
    bases,
  })
  const cfd = openVenueMarket(market, {
    venue: 'bitflyer-perpetual',
    symbolOf: (base, quote) => `FX_${base}_${quote}`,
    quotes: yenQuotes,
    bases: cfdBases,
  })
  return {
    spot,
    cfd,
    contracts: openContracts(market, cfd),
    named(code) {
      const venueMarket = code.startsWith('FX_') ? cfd : spot
      const listing = venueMarket.listing(code)
      return listing && { venueMarket, listing }
    },
  }
}
