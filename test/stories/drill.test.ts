import { describe, expect, test } from 'vitest'
import { drillVenue } from '../../tools/drill/drill-venue.ts'
import { faults } from '../../tools/drill/faults/all.ts'

// A part of `npm run drill`: one venue of each kind of feed (a stream of all tickers, one poll for all, one request
// a pair) and the faults of what a venue's state says. The whole takes minutes.

const played = [
  'deaf-ticker',
  'slow-drip',
  'truncated-frame',
  'duplicate',
  'old-frames',
  'frozen-frames',
  'storm-403',
  'storm-500',
  'empty-list',
  'renamed-field',
]

test('the faults have names of their own', () => {
  const names = faults.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toEqual(expect.arrayContaining(played))
})

describe.each(['binance', 'okx', 'coincheck'])('%s', (venue) => {
  test('tells a pump and its own state truly, whatever fails', { timeout: 180_000 }, async () => {
    const rows = await drillVenue({ venue, faults: played, seed: 1 })
    expect(rows.map(({ fault }) => fault).sort()).toEqual([...played].sort())
    expect(rows.filter(({ ok }) => !ok)).toEqual([])
  })
})
