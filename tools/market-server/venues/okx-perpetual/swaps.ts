import { type ContractMarket, openContracts } from '../../market/contracts.ts'
import type { Listing } from '../../market/listing.ts'
import type { Market } from '../../market/market.ts'
import { openVenueMarket, type VenueMarket } from '../../market/venue-market.ts'
import { type ContractUnit, multipliedName, openContractUnits } from '../contract-units.ts'
import { dollarQuotes } from '../quotes.ts'

/** The perpetual swaps that OKX lists. */
export interface Swaps {
  readonly venueMarket: VenueMarket
  readonly contracts: ContractMarket
  unitOf(listing: Listing): ContractUnit
}

/** The swaps settled in USDT: contracts of a size of their own. */
export function openSwaps(market: Market): Swaps {
  const { USDT = [] } = dollarQuotes
  const venueMarket = openVenueMarket(market, {
    venue: 'okx-perpetual',
    symbolOf: (base, quote) => `${multipliedName(base)}-${quote}-SWAP`,
    quotes: { USDT },
  })
  const contracts = openContracts(market, venueMarket)
  return { venueMarket, contracts, unitOf: openContractUnits({ sizes: true }) }
}
