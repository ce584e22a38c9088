import { expect, test } from 'vitest'
import { feedOf, typicalSpacing } from '../../../src/detect/pair/feed.ts'
import { emptyPair } from '../../../src/detect/pair/pair-state.ts'
import { emptyTables } from '../../../src/detect/pair/tables/tables.ts'
import { emptyTape } from '../../../src/detect/trades/tape.ts'

test('the feed depends on whether trades arrive, spacing and count', () => {
  const pair = emptyPair('SYSBTC', emptyTables())
  expect([1000, 5000, 10_000, 60_000].map((spacing) => feedOf(pair, spacing))).toEqual([
    'screenNoCount',
    'poll5',
    'poll10',
    'poll60',
  ])
  pair.tables.rolling.count[pair.row] = 7
  expect(feedOf(pair, 1000)).toBe('screen')
  pair.tape = emptyTape()
  expect(feedOf(pair, 1000)).toBe('screen')
  pair.tradeFeed = { state: 'live', heardAt: 0, silentSince: null }
  expect(feedOf(pair, 60_000)).toBe('tape')
})

test('the typical spacing starts with the first one and follows a change of rate', () => {
  let spacing = typicalSpacing(0, 1000)
  expect(spacing).toBe(1000)
  for (let frame = 0; frame < 60; frame++) spacing = typicalSpacing(spacing, 10_000)
  expect(spacing).toBeGreaterThan(9900)
  // One late frame does not change the feed.
  expect(typicalSpacing(1000, 10_000)).toBeLessThan(2500)
})
