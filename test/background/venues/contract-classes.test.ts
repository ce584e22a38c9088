import { expect, test } from 'vitest'
import { listingsPoll } from '../../../src/background/venues/market-polls.ts'
import { withContracts } from '../../../src/exchanges/perpetual/contracts.ts'
import { hyperliquidPerpetualMarket } from '../../../src/exchanges/perpetual/feeds/hyperliquid.ts'
import type { RowCount } from '../../../src/background/venues/row-tally.ts'

const at = 1_790_000_000_000
const { symbols, perpetual } = hyperliquidPerpetualMarket
const { classes } = perpetual!
const list = {
  call: symbols,
  payload: [
    { universe: [{ name: 'BTC' }], collateralToken: 0 },
    { universe: [{ name: 'hyna:BTC' }], collateralToken: 235 },
  ],
  at,
}
const words = { call: classes!, payload: [['hyna:BTC', 'crypto']], at }

function opened() {
  const lists: (readonly string[])[] = []
  const counts: RowCount[] = []
  const poll = listingsPoll(
    withContracts(hyperliquidPerpetualMarket),
    (listings) => void lists.push(listings.map(({ symbol }) => symbol)),
    (count) => void counts.push(count),
  )
  return { poll, lists, counts }
}

test('what contracts are of is asked for beside their list, and kept where a list comes alone', () => {
  const { poll, lists } = opened()
  expect(poll.calls()).toEqual([symbols, classes])
  expect(poll.onAnswers([list, words])).toBeNull()
  // Another poll asked for the list, or the second answer did not come.
  expect(poll.onAnswers([{ ...list, call: { ...symbols } }])).toBeNull()
  expect(lists).toEqual([
    ['BTC', 'hyna:BTC'],
    ['BTC', 'hyna:BTC'],
  ])
})

test('an answer that is not understood is counted and takes nothing away', () => {
  const { poll, lists, counts } = opened()
  poll.onAnswers([list, words])
  expect(poll.onAnswers([list, { ...words, payload: { odd: true } }])).toBeNull()
  expect(lists.at(-1)).toEqual(['BTC', 'hyna:BTC'])
  expect(counts.filter(({ isBroken }) => isBroken)).toHaveLength(1)
})

test('classes alone are no list', () => {
  const { poll } = opened()
  expect(poll.onAnswers([words])).toBe('no list')
})
