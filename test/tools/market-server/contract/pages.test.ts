import { beforeAll, describe, expect, test } from 'vitest'
import { siteOf } from '../../../../src/exchanges/registry.ts'
import { exchangeIdOf } from '../../../../src/market/venue-id.ts'
import type { Market } from '../../../../tools/market-server/market/market.ts'
import { contractPageHandler } from '../../../../tools/market-server/venues/trading-page.ts'
import type { VenueServer } from '../../../../tools/market-server/venues/simulated-venue.ts'
import { callOf } from './stream-client.ts'
import { contractMarket, hostOf, simulatedExchanges, simulatedPerpetuals } from './contract-market.ts'

let market: Market

beforeAll(() => {
  market = contractMarket()
})

/** A row of `/local/pairs`: base, quote, last, change, decimals, URL. */
type PairRow = readonly [string, string, number, number, number, string]

describe.each(simulatedExchanges)('the trading page of %s', (_, venue, exchange) => {
  let venueServer: VenueServer
  let rows: readonly PairRow[]
  const json = (url: string): unknown => JSON.parse(venueServer.page(callOf(url))?.body ?? 'null')

  beforeAll(() => {
    venueServer = venue.open(market, () => 0)
    rows = json(`https://${hostOf(exchange.pages[0] ?? '')}/local/pairs?locale=ja`) as PairRow[]
  })

  test('is served at the URL of every pair, with a strict policy and the name of the venue', () => {
    expect(rows.length).toBe(venueServer.venueMarket.listings.length)
    for (const [base, quote, , , , href] of rows) {
      expect(exchange.pairOf(href)).toEqual({ base, quote })
      const page = venueServer.page(callOf(href))
      expect(page?.headers['content-security-policy'], href).toContain("default-src 'none'")
      expect(page?.body).toContain(exchange.name)
    }
  })

  test('shows the pair of its URL', () => {
    for (const [base, quote, last, , , href] of rows.slice(0, 3)) {
      const view = json(`${new URL(href).origin}/local/view?href=${encodeURIComponent(href)}`)
      expect(view).toMatchObject({ base, quote, day: { last }, status: 'TRADING' })
    }
  })

  test('is not served at the URLs of the API', () => {
    expect(venueServer.page(callOf(exchange.symbols.url))).toBeNull()
    expect(venueServer.page(callOf(exchange.tickers.url))).toBeNull()
  })
})

describe.each(simulatedPerpetuals)('the page of a contract of %s', (id, venue) => {
  test('shows the contract, and is served where its exchange has its pages', () => {
    const site = siteOf(id)!
    const { venueMarket } = venue.open(market, () => 0)
    const spot = simulatedExchanges.find(([each]) => each === exchangeIdOf(id))?.[1] ?? venue
    const server = spot.open(market, () => 0)
    for (const listing of venueMarket.listings.slice(0, 3)) {
      const { base, quote } = listing
      const href = site.pageOf(listing, 'en')
      expect(site.shownOn(href), href).toEqual({ base, quote, market: 'perpetual', isRead: true })
      expect(site.pairOf(href), href).toEqual({ base, quote })
      expect(server.page(callOf(href))?.status, href).toBe(200)
    }
  })

  test('has the prices and the list of contracts, and answers for no other page', () => {
    const site = siteOf(id)!
    const { venueMarket } = venue.open(market, () => 0)
    const answer = contractPageHandler(new Map([[id, venueMarket]]))
    const ask = (path: string, href: string) =>
      answer(callOf(`${new URL(href).origin}/local/${path}?href=${encodeURIComponent(href)}`))
    // No spot market has it in this quote: a contract that is priced by another pair of its coin.
    const [listing] = venueMarket.listings.filter(({ rate }) => rate !== 1)
    const { base, quote } = listing ?? venueMarket.listings[0]!
    const href = site.pageOf({ base, quote }, 'en')
    const { last } = venueMarket.stats24h(venueMarket.listingOf(base, quote)!)
    expect(JSON.parse(ask('view', href)!.body)).toMatchObject({ base, quote, day: { last } })
    const rows = JSON.parse(ask('pairs', href)!.body) as PairRow[]
    expect(rows).toHaveLength(venueMarket.listings.length)
    for (const [, , , , , address] of rows.slice(0, 3))
      expect(site.shownOn(address)?.market, address).toBe('perpetual')
    expect(ask('trade.js', href)).toBeNull()
    const spot = simulatedExchanges.find(([each]) => each === exchangeIdOf(id))?.[2]
    if (spot) expect(ask('view', spot.pageOf({ base, quote }, 'en'))).toBeNull()
  })
})
