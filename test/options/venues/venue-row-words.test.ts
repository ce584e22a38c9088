import { expect, test } from 'vitest'
import type { VenueState } from '../../../src/market/venue-state.ts'
import { incompleteWords } from '../../../src/options/venues/venue-row-words.ts'
import { optionsWords } from '../../../src/options/words.ts'

const state = (changes: Partial<VenueState>): VenueState => ({
  venue: 'bithumb',
  kind: 'polling',
  receivedAt: 0,
  marketAt: 0,
  retryAt: null,
  pairs: 300,
  dropped: 0,
  reason: null,
  ...changes,
})

test('what was left out of a venue is shown, and what its newest poll lacked', async () => {
  const words = await optionsWords('en')
  expect(incompleteWords(words, undefined)).toEqual([])
  expect(incompleteWords(words, state({}))).toEqual([])
  expect(incompleteWords(words, state({ dropped: 12, reason: 'ALL_BTC: HTTP 500' }))).toEqual([
    'incomplete: ALL_BTC: HTTP 500',
    '12 rows left out since the start',
  ])
})
