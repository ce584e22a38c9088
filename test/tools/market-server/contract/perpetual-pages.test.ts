import { beforeAll, describe, expect, test } from 'vitest'
import { siteOf } from '../../../../src/exchanges/registry.ts'
import { exchangeIdOf } from '../../../../src/market/venue-id.ts'
import type { Listing } from '../../../../tools/market-server/market/listing.ts'
import type { Market } from '../../../../tools/market-server/market/market.ts'
import { contractMarket, simulatedPerpetuals } from './contract-market.ts'

// The page of a contract is written by its symbol and read back as the coin, whatever the venue calls it.

let market: Market

beforeAll(() => {
  market = contractMarket()
})

describe.each(simulatedPerpetuals)('%s', (id, venue, exchange) => {
  const spot = siteOf(exchangeIdOf(id))
  let listings: readonly Listing[]

  beforeAll(() => {
    listings = venue.open(market, () => 0).venueMarket.listings
  })

  test.each(['en', 'ja'])('reads the page of every contract that it writes (%s)', (locale) => {
    for (const { symbol, base, quote } of listings) {
      const href = exchange.pageOf({ symbol, base, quote }, locale)
      expect(spot?.shownOn(href), href).toEqual({ base, quote, market: 'perpetual', isRead: true })
      expect(exchange.pairOf(href)).toEqual({ base, quote })
      expect(spot?.pairOf(href), `${href} is no page of spot`).toBeNull()
      expect(exchange.pages.some((page) => href.startsWith(page.replace('*', '')))).toBe(true)
    }
  })

  test('writes the page of a contract whose symbol is not known', () => {
    const quote = listings[0]?.quote ?? ''
    expect(exchange.pairOf(exchange.pageOf({ base: 'BTC', quote }, 'en'))).toEqual({ base: 'BTC', quote })
  })
})
