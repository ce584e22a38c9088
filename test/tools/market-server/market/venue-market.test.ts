import { expect, test } from 'vitest'
import { order, smallMarket, t0 } from '../small-market.ts'
import type { Events } from '../../../../tools/market-server/market/events.ts'
import { noEvents } from '../../../../tools/market-server/market/events.ts'
import type { ListingRules } from '../../../../tools/market-server/market/listing.ts'
import type { Market } from '../../../../tools/market-server/market/market.ts'
import { openVenueMarket } from '../../../../tools/market-server/market/venue-market.ts'

const minuteMs = 60_000

const orders = [
  order('AABTC', 500, 'buy', [100_000, 10], [100_200, 5], [100_200, 5]),
  order('AABTC', 3_000, 'sell', [99_900, 2]),
  order('AABTC', 2 * minuteMs, 'buy', [100_000, 4]),
  order('BBBTC', 1_000, 'buy', [7, 1_000]),
]

const yen = { JPY: { from: 'BTC', rate: 715_000 }, BTC: { from: 'BTC', rate: 1 } }
const rules: ListingRules = {
  venue: 'gmocoin',
  symbolOf: (base, quote) => `${base}_${quote}`,
  quotes: yen,
}

function open(events: Partial<Events> = {}, more: Partial<ListingRules> = {}) {
  const market = smallMarket(orders, { ...noEvents, ...events })
  const prints = market.advance(t0 + 10_000)
  return { market, prints, venueMarket: openVenueMarket(market, { ...rules, ...more }) }
}

const run = (market: Market, ms: number) => market.advance(t0 + ms)

test("a coin is priced at a fixed rate in the venue's quotes, on a grid of five digits", () => {
  const { venueMarket } = open()
  expect(venueMarket.listings.map(({ symbol, decimals }) => [symbol, decimals])).toEqual([
    ['AA_JPY', 2],
    ['BB_JPY', 6],
    ['AA_BTC', 8],
    ['BB_BTC', 8],
  ])
  const yens = venueMarket.listingOf('AA', 'JPY')
  const plainDecimal = venueMarket.listing('AA_BTC')
  expect([yens?.price(0.001), plainDecimal?.price(0.00099999)]).toEqual([715, 0.00099999])
  expect(venueMarket.listing('AA_USD')).toBeNull()
  expect(venueMarket.assets).toEqual(['AA', 'JPY', 'BB', 'BTC'])
})

test('fills of one taker order share its id, in history and live', () => {
  const { market, prints, venueMarket } = open()
  const listing = venueMarket.listing('AA_JPY')
  if (!listing) throw new Error('not listed')
  const past = venueMarket.latestTrades(listing, 10)
  expect(past.map(({ price, amount, side }) => [price, amount, side])).toEqual([
    [715, 10, 'buy'],
    [716.43, 5, 'buy'],
    [716.43, 5, 'buy'],
    [714.29, 2, 'sell'],
  ])
  expect(past.map(({ id, order }) => id - order)).toEqual([0, 1, 2, 0])
  expect(venueMarket.tradesOf(prints).filter((venueTrade) => venueTrade.listing === listing)).toEqual(past)
  expect(
    venueMarket.tradesOf(run(market, 3 * minuteMs)).map((venueTrade) => venueTrade.listing.symbol),
  ).toEqual(['AA_JPY', 'AA_BTC'])
})

test("the day's statistics are in the venue's quote", () => {
  const { venueMarket } = open()
  const stats = venueMarket.stats24h(venueMarket.listing('AA_JPY')!)
  expect(stats).toMatchObject({ open: 715, high: 716.43, low: 714.29, last: 714.29, base: 22, count: 4 })
  expect(stats.quote).toBeCloseTo(22 * 715, -2)
})

test('a price gap at one venue shows in its trades, statistics, book and candles', () => {
  const priceGaps = [
    { venue: 'gmocoin', base: 'AA', from: t0 + minuteMs, until: t0 + 9 * minuteMs, factor: 1.25 },
  ]
  const { market, venueMarket } = open({ priceGaps })
  const listing = venueMarket.listing('AA_BTC')!
  expect(venueMarket.stats24h(listing).last).toBe(0.000999)
  const venueTrades = venueMarket
    .tradesOf(run(market, 3 * minuteMs))
    .filter((venueTrade) => venueTrade.listing === listing)
  expect(venueTrades.map(({ price }) => price)).toEqual([0.00125])
  expect(venueMarket.stats24h(listing)).toMatchObject({
    last: 0.00125,
    high: 0.00125,
    low: 0.000999,
    open: 0.001,
  })
  expect(venueMarket.book(listing, 1).bids[0]?.price).toBeGreaterThan(0.0012)
  expect(venueMarket.candles(listing, 1, 2)[0]?.close).toBe(0.00125)
  const elsewhere = openVenueMarket(market, { ...rules, venue: 'bitbank' })
  expect(elsewhere.stats24h(elsewhere.listing('AA_BTC')!).last).toBe(0.001)
})

test('a price that moves away from the others closes a candle where it stands, and opens the next there', () => {
  const factor = (at: number) => 1 + (at - t0) / (8 * minuteMs)
  const priceGaps = [{ venue: 'gmocoin', base: 'AA', from: t0, until: t0 + 9 * minuteMs, factor }]
  const { market, venueMarket } = open({ priceGaps })
  const listing = venueMarket.listing('AA_BTC')!
  run(market, 2 * minuteMs + 30_000)
  const [bar] = venueMarket.candles(listing, 5, 1)
  const last = market.tapes.get('AABTC')!.last
  expect(bar!.close).toBeCloseTo(last * factor(t0 + 2.5 * minuteMs), 6)
  expect(bar!.high).toBeGreaterThanOrEqual(bar!.close)
  const minutes = venueMarket.candles(listing, 1, 4).filter(({ count }) => count > 0)
  for (const { open: opened, high, low, close } of minutes) {
    expect(high).toBeGreaterThanOrEqual(Math.max(opened, close))
    expect(low).toBeLessThanOrEqual(Math.min(opened, close))
    expect(close).toBeGreaterThan(opened)
  }
})

test('an event of one venue does not affect others; one without a venue is about Binance', () => {
  const span = { from: t0, until: t0 + 9 * minuteMs }
  const { market, prints, venueMarket } = open({
    halts: [{ ...span, venue: 'gmocoin', symbol: 'AABTC', status: 'HALT' }],
    maintenance: [{ ...span, from: t0 + 5 * minuteMs, venue: 'bitbank' }],
    transfers: [
      { ...span, venue: 'gmocoin', asset: 'AA', deposit: true },
      { ...span, asset: 'BB' },
    ],
    statements: [{ at: t0, venue: 'bitbank', title: 'Notice', body: '', code: 'a1', kind: 'news' }],
  })
  const bitbank = openVenueMarket(market, { ...rules, venue: 'bitbank' })
  expect(venueMarket.status(venueMarket.listing('AA_JPY')!)).toBe('HALT')
  expect(venueMarket.tradesOf(prints).map(({ listing }) => listing.base)).toEqual(['BB', 'BB'])
  expect(bitbank.tradesOf(prints)).toHaveLength(10)
  expect(venueMarket.official.transfers('AA')).toEqual({ deposit: true, withdrawal: false })
  expect(venueMarket.official.transfers('BB')).toEqual({ deposit: true, withdrawal: true })
  expect(bitbank.official.maintenance().map(({ state }) => state)).toEqual(['scheduled'])
  run(market, 6 * minuteMs)
  expect(bitbank.status(bitbank.listing('AA_JPY')!)).toBe('BREAK')
  expect([venueMarket.official.statements().length, bitbank.official.statements().length]).toEqual([0, 1])
})

test('a venue may list a few coins, or no thin ones', () => {
  expect(open({}, { bases: ['BB'] }).venueMarket.listings.map(({ base }) => base)).toEqual(['BB', 'BB'])
  expect(open({}, { minTrades: 2 }).venueMarket.listings.map(({ base }) => base)).toEqual(['AA', 'AA'])
})
