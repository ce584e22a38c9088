import { expect, test } from 'vitest'
import { markOf } from '../../src/shared/mark.ts'
import { dump, incident, venue, wallNow } from '../../tools/examples/made-up.ts'

const silent = venue({ kind: 'stale' })
const mark = (episodes: Parameters<typeof markOf>[0], ...venues: Parameters<typeof markOf>[1]) =>
  markOf(episodes, venues, [], wallNow)

test('the mark is the worst tier, whether data arrive or not', () => {
  expect(mark([dump(), incident()], venue())).toBe('danger')
  expect(mark([dump(), incident()], silent)).toBe('danger')
})

test('without an episode it tells whether any venue sends data', () => {
  expect(mark([], venue(), silent)).toBe('calm')
  expect(mark([], silent)).toBe('offline')
  // A worker that died leaves `live` behind.
  expect(mark([], venue({ receivedAt: wallNow - 600_000 }))).toBe('offline')
  expect(mark([])).toBe('calm')
})
