import { expect, test } from 'vitest'
import type { Listing } from '../../../../tools/market-server/market/listing.ts'
import type { Print } from '../../../../tools/market-server/market/order.ts'
import { latestTradesOf, venueTradesOf } from '../../../../tools/market-server/market/venue-trades.ts'

const listing = { symbol: 'A', price: (value: number) => value } as Listing
const print = (id: number, at: number, side: Print['side']): Print => ({
  ...{ symbol: 'A', at, side, price: 1, amount: 1, id, aggregate: id },
})

test('the latest fills have the orders that they have among all', () => {
  // Orders of one to four fills, two of them of one moment.
  const prints = [
    ...[print(1, 5, 'buy'), print(2, 6, 'buy'), print(3, 6, 'buy'), print(4, 6, 'sell')],
    ...[print(5, 9, 'sell'), print(6, 9, 'sell'), print(7, 9, 'sell'), print(8, 9, 'sell')],
  ]
  const all = venueTradesOf(listing, prints)
  expect(new Set(all.map(({ order }) => order)).size).toBe(4)
  for (let max = 1; max <= 9; max++) expect(latestTradesOf(listing, prints, max)).toEqual(all.slice(-max))
})
