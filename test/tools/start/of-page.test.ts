import { expect, test } from 'vitest'
import { marketOrPairName } from '../../../tools/start/market-name.ts'
import { episodesOfPage } from '../../../tools/start/of-page.ts'

const episode = (venue: string, base: string | null, quote = 'USDT') => ({
  venue,
  base,
  quote: base === null ? null : quote,
  symbol: base === null ? null : base + quote,
})
const spot = episode('binance', 'ETH')
const contract = episode('binance-perpetual', 'ETH')
const wholeSpot = episode('binance', null)
const whole = episode('binance-perpetual', null)
const elsewhere = episode('kucoin', 'ETH')
const page = { venue: 'binance-perpetual', base: 'ETH', quote: 'USDT' }

test('a page shows its own market first, then the other of its exchange, then its market as a whole', () => {
  expect(episodesOfPage([wholeSpot, whole, spot, contract, elsewhere], page)).toEqual([contract])
  expect(episodesOfPage([wholeSpot, whole, spot, elsewhere], page)).toEqual([spot])
  expect(episodesOfPage([wholeSpot, whole, elsewhere], page)).toEqual([whole])
  expect(episodesOfPage([wholeSpot, elsewhere], page)).toEqual([])
})

test('a page without a venue is of the spot market', () => {
  const { venue: _, ...ofSpot } = page
  expect(episodesOfPage([whole, wholeSpot, contract, spot], ofSpot)).toEqual([spot])
})

test('a contract is told from its coin by name', () => {
  expect([contract, spot, whole].map(marketOrPairName)).toEqual([
    'ETH/USDT perpetual',
    'ETH/USDT',
    'all of binance-perpetual',
  ])
})
