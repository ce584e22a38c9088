import { expect, test } from 'vitest'
import { withOtherMarket, withoutDoubles } from '../../src/shared/one-coin.ts'
import { episode } from '../../tools/examples/made-up.ts'

const spot = {
  ...episode(),
  id: 'spot',
  venue: 'binance',
  startedAt: 2000,
  tier: 'warning',
  phase: 'surging',
} as const
const perpetual = { ...spot, id: 'perpetual', venue: 'binance-perpetual', startedAt: 1000 } as const
const idsOf = (...episodes: Parameters<typeof withoutDoubles>[0]) =>
  withoutDoubles(episodes).map(({ id }) => id)

test('of the two markets of a coin the one with the higher tier speaks, then the earlier', () => {
  expect(idsOf(spot, perpetual)).toEqual(['perpetual'])
  expect(idsOf({ ...spot, tier: 'danger' }, perpetual)).toEqual(['spot'])
  // Whichever comes first in the list, and where they began together.
  const together = { ...perpetual, startedAt: spot.startedAt }
  expect(idsOf(spot, together)).toEqual(idsOf(together, spot))
})

test('the two markets as a whole are told once as well', () => {
  const whole = { symbol: null, base: null, quote: null, kind: 'market-wide' } as const
  expect(idsOf({ ...spot, ...whole }, { ...perpetual, ...whole })).toEqual(['perpetual'])
})

test('what is settled, of another coin or of another exchange speaks for itself', () => {
  expect(idsOf(spot, { ...perpetual, phase: 'settled' })).toEqual(['spot', 'perpetual'])
  expect(idsOf(spot, { ...perpetual, base: 'OAX' })).toEqual(['spot', 'perpetual'])
  expect(idsOf(spot, { ...perpetual, venue: 'bybit-perpetual' })).toEqual(['spot', 'perpetual'])
})

test('a card says how far the coin went on the other market, once', () => {
  const other = { ...perpetual, startPrice: 1, lastPrice: 1.31, updatedAt: 5000 }
  const once = withOtherMarket(spot, [spot, other])
  const twice = withOtherMarket(once, [once, other])
  expect(twice.evidence.filter(({ sign }) => sign === 'other-market')).toEqual([
    { sign: 'other-market', unit: 'fraction', windowMs: 0, value: 1.31 - 1, at: 5000 },
  ])
  expect(withOtherMarket(spot, [spot])).toBe(spot)
})
