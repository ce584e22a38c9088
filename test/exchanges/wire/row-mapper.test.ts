import { expect, test } from 'vitest'
import { mapCandle, mapListing, mapTick, mapTrade } from '../../../src/exchanges/wire/row-mapper.ts'
import { lookup } from '../../../src/exchanges/wire/wire-field.ts'

test('a ticker has the mapped values and nothing else', () => {
  const tick = mapTick({ symbol: 's', last: 'c', bid: ({ book }) => (book as string[])[0] })
  expect(tick({ s: 'SYSBTC', c: '1', book: ['0.9'], open: '7' })).toEqual({
    type: 'tick',
    symbol: 'SYSBTC',
    last: '1',
    bid: '0.9',
  })
})

test('a trade takes any known word for its side', () => {
  const trade = mapTrade({ price: 'p', side: 'd' })
  expect(trade({ p: 1, d: 'BID' })).toEqual({ type: 'trade', price: 1, side: 'buy' })
  expect(trade({ p: 1, d: 'none' })).toEqual({ type: 'trade', price: 1 })
})

test('a listing without a known state has none', () => {
  const listing = mapListing({ symbol: 'id', state: lookup('state', { live: 'trading' }) })
  expect(listing({ id: 'A', state: 'live' })).toEqual({ type: 'symbol', symbol: 'A', state: 'trading' })
  expect(listing({ id: 'A', state: 'new' })).toEqual({ type: 'symbol', symbol: 'A', state: undefined })
})

test('further values replace the mapped ones', () => {
  const at = 1_700_000_000_000
  expect(mapTick({ symbol: 's', at: 't' })({ s: 'A', t: 1 }, { at })).toMatchObject({ symbol: 'A', at })
  expect(mapTrade({ symbol: 's' })({ s: 'A' }, { symbol: 'B' })).toMatchObject({ symbol: 'B' })
  expect(mapCandle({ at: 0 })([at, 2] as never, { open: 3 })).toEqual({ type: 'candle', at, open: 3 })
})

test('the compiler refuses keys that a row does not have', () => {
  // @ts-expect-error: trades have prices, ticks have a last price
  mapTick({ symbol: 's', price: 'p' })
  // @ts-expect-error: a candle has no symbol
  mapCandle({ symbol: 's' })
  // @ts-expect-error: a state must come from our own words
  mapListing({ symbol: 's', state: lookup('state', { live: 'live' }) })
  // @ts-expect-error: a trade has no last price
  mapTrade({ price: 'p' })({}, { last: 1 })
  expect.assertions(0)
})
