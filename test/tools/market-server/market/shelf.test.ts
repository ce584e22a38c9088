import { expect, test } from 'vitest'
import { order, smallMarket, T0 } from '../../../../tools/market-server/small-market.ts'
import type { Events } from '../../../../tools/market-server/market/events.ts'
import { noEvents } from '../../../../tools/market-server/market/events.ts'
import type { Assortment } from '../../../../tools/market-server/market/good.ts'
import type { Market } from '../../../../tools/market-server/market/market.ts'
import { openShelf } from '../../../../tools/market-server/market/shelf.ts'

const MINUTE = 60_000

const orders = [
  order('AABTC', 500, 'buy', [100_000, 10], [100_200, 5], [100_200, 5]),
  order('AABTC', 3_000, 'sell', [99_900, 2]),
  order('AABTC', 2 * MINUTE, 'buy', [100_000, 4]),
  order('BBBTC', 1_000, 'buy', [7, 1_000]),
]

const yen = { JPY: { from: 'BTC', rate: 715_000 }, BTC: { from: 'BTC', rate: 1 } }
const assortment: Assortment = {
  venue: 'gmocoin',
  symbolOf: (base, quote) => `${base}_${quote}`,
  quotes: yen,
}

function open(events: Partial<Events> = {}, more: Partial<Assortment> = {}) {
  const market = smallMarket(orders, { ...noEvents, ...events })
  const prints = market.advance(T0 + 10_000)
  return { market, prints, shelf: openShelf(market, { ...assortment, ...more }) }
}

const run = (market: Market, ms: number) => market.advance(T0 + ms)

test('a coin stands at a fixed rate in the quotes of the venue, on a grid of five digits', () => {
  const { shelf } = open()
  expect(shelf.goods.map(({ symbol, decimals }) => [symbol, decimals])).toEqual([
    ['AA_JPY', 2],
    ['BB_JPY', 6],
    ['AA_BTC', 8],
    ['BB_BTC', 8],
  ])
  const yens = shelf.of('AA', 'JPY')
  const plain = shelf.good('AA_BTC')
  expect([yens?.price(0.001), plain?.price(0.00099999)]).toEqual([715, 0.00099999])
  expect(shelf.good('AA_USD')).toBeNull()
  expect(shelf.assets).toEqual(['AA', 'JPY', 'BB', 'BTC'])
})

test('fills of one taker order share its name, in the past and as they happen', () => {
  const { market, prints, shelf } = open()
  const good = shelf.good('AA_JPY')
  if (!good) throw new Error('not listed')
  const past = shelf.trades(good, 10)
  expect(past.map(({ price, amount, side }) => [price, amount, side])).toEqual([
    [715, 10, 'buy'],
    [716.43, 5, 'buy'],
    [716.43, 5, 'buy'],
    [714.29, 2, 'sell'],
  ])
  expect(past.map(({ id, order }) => id - order)).toEqual([0, 1, 2, 0])
  expect(shelf.dealsOf(prints).filter((deal) => deal.good === good)).toEqual(past)
  expect(shelf.dealsOf(run(market, 3 * MINUTE)).map((deal) => deal.good.symbol)).toEqual(['AA_JPY', 'AA_BTC'])
})

test('the day is told in the quote of the venue', () => {
  const { shelf } = open()
  const figures = shelf.figures(shelf.good('AA_JPY')!)
  expect(figures).toMatchObject({ open: 715, high: 716.43, low: 714.29, last: 714.29, base: 22, count: 4 })
  expect(figures.quote).toBeCloseTo(22 * 715, -2)
})

test('a coin can stand apart at one venue for a time, in trades, figures, book and candles alike', () => {
  const apart = [{ venue: 'gmocoin', base: 'AA', from: T0 + MINUTE, until: T0 + 9 * MINUTE, factor: 1.25 }]
  const { market, shelf } = open({ apart })
  const good = shelf.good('AA_BTC')!
  expect(shelf.figures(good).last).toBe(0.000999)
  const deals = shelf.dealsOf(run(market, 3 * MINUTE)).filter((deal) => deal.good === good)
  expect(deals.map(({ price }) => price)).toEqual([0.00125])
  expect(shelf.figures(good)).toMatchObject({ last: 0.00125, high: 0.00125, low: 0.000999, open: 0.001 })
  expect(shelf.book(good, 1).bids[0]?.price).toBeGreaterThan(0.0012)
  expect(shelf.candles(good, 1, 2)[0]?.close).toBe(0.00125)
  const elsewhere = openShelf(market, { ...assortment, venue: 'bitbank' })
  expect(elsewhere.figures(elsewhere.good('AA_BTC')!).last).toBe(0.001)
})

test('what befalls one venue leaves the others alone; what names none is about Binance', () => {
  const span = { from: T0, until: T0 + 9 * MINUTE }
  const { market, prints, shelf } = open({
    halts: [{ ...span, venue: 'gmocoin', symbol: 'AABTC', status: 'HALT' }],
    maintenance: [{ ...span, from: T0 + 5 * MINUTE, venue: 'bitbank' }],
    transfers: [
      { ...span, venue: 'gmocoin', asset: 'AA', deposit: true },
      { ...span, asset: 'BB' },
    ],
    statements: [{ at: T0, venue: 'bitbank', title: 'Notice', body: '', code: 'a1', kind: 'news' }],
  })
  const bitbank = openShelf(market, { ...assortment, venue: 'bitbank' })
  expect(shelf.status(shelf.good('AA_JPY')!)).toBe('HALT')
  expect(shelf.dealsOf(prints).map(({ good }) => good.base)).toEqual(['BB', 'BB'])
  expect(bitbank.dealsOf(prints)).toHaveLength(10)
  expect(shelf.official.moves('AA')).toEqual({ deposit: true, withdrawal: false })
  expect(shelf.official.moves('BB')).toEqual({ deposit: true, withdrawal: true })
  expect(bitbank.official.maintenance().map(({ state }) => state)).toEqual(['scheduled'])
  run(market, 6 * MINUTE)
  expect(bitbank.status(bitbank.good('AA_JPY')!)).toBe('BREAK')
  expect([shelf.official.statements().length, bitbank.official.statements().length]).toEqual([0, 1])
})

test('a venue may list a few coins, or no thin ones', () => {
  expect(open({}, { bases: ['BB'] }).shelf.goods.map(({ base }) => base)).toEqual(['BB', 'BB'])
  expect(open({}, { least: 2 }).shelf.goods.map(({ base }) => base)).toEqual(['AA', 'AA'])
})
