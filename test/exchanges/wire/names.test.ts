import { expect, test } from 'vitest'
import { coinOf, sidesOfName, streamSymbol } from '../../../src/exchanges/wire/kraken-names.ts'
import type { Listing } from '../../../src/market/pair.ts'
import { kraken } from '../../../src/exchanges/kraken.ts'
import { read } from '../../../src/exchanges/validate/read.ts'
import { sideOf, takerOf } from '../../../src/exchanges/wire/taker.ts'

test.each([
  ['XXBT', 'BTC'],
  ['XBT', 'BTC'],
  ['XXDG', 'DOGE'],
  ['ZUSD', 'USD'],
  ['XTZ', 'XTZ'],
  ['ZETA', 'ZETA'],
  ['SYS', 'SYS'],
  ['USDT', 'USDT'],
])('Kraken writes %s for %s', (asset, coin) => {
  expect(coinOf(asset)).toBe(coin)
})

test.each([
  ['XXBTZUSD', 'BTC/USD'],
  ['XBTUSDT', 'BTC/USDT'],
  ['XETHXXBT', 'ETH/BTC'],
  ['ADAEUR', 'ADA/EUR'],
  ['XTZUSD', 'XTZ/USD'],
  ['ADXXBT', 'ADX/BTC'],
  ['ICXETH', 'ICX/ETH'],
  ['XETCXETH', 'ETC/ETH'],
  ['USDTZUSD', 'USDT/USD'],
  ['ZEURZUSD', 'EUR/USD'],
  ['SYS/USD', 'SYS/USD'],
])('the Kraken pair %s is %s in streams', (id, name) => {
  expect(streamSymbol(id)).toBe(name)
})

test.each([
  ['XRPRLUSD', { base: 'XRP', quote: 'RLUSD' }, 'XRP/RLUSD'],
  ['XBTPYUSD', { base: 'BTC', quote: 'PYUSD' }, 'BTC/PYUSD'],
])('the list of pairs tells the name of %s', (id, listing, name) => {
  expect(streamSymbol(id, listing)).toBe(name)
})

test('a name with a slash has two sides', () => {
  expect(sidesOfName('XBT/USD')).toEqual({ base: 'BTC', quote: 'USD' })
  for (const odd of ['XBTUSD', 'XBT/', 'A/B/C', '']) expect(sidesOfName(odd)).toBeNull()
})

test('sides are read in any letter case, and the taker is opposite to the maker', () => {
  expect(['Buy', 'BID', 'b'].map(sideOf)).toEqual(['buy', 'buy', 'buy'])
  expect(['SELL', 'Ask', 's'].map(sideOf)).toEqual(['sell', 'sell', 'sell'])
  expect(['BUY', 'sell', '', null].map(takerOf)).toEqual(['sell', 'buy', undefined, undefined])
  for (const odd of ['', 'constructor', '__proto__', 1, null]) expect(sideOf(odd)).toBeUndefined()
})

test('a Kraken pair of which no field names the coins is dropped', () => {
  const result = {
    XXBTZUSD: { base: 'XXBT', quote: 'ZUSD' },
    XETHZUSD: { base_asset: 'XETH', quote: 'ZUSD' },
  }
  const { rows, dropped } = read(kraken, 'rest.symbols', { error: [], result }, 0)
  expect([rows.map((row) => (row as Listing).base), dropped]).toEqual([['BTC'], 1])
})
