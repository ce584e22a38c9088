import { expect, test } from 'vitest'
import { gatePerpetual } from '../../../src/exchanges/perpetual/venues/gate.ts'
import { readPerpetual } from '../../../src/exchanges/perpetual/read-perpetual.ts'

// A ticker tells trading and terms; that neither can be read must be counted, or the venue seems to say nothing.

const contracts = new Map()
const read = (entry: object) =>
  readPerpetual(gatePerpetual, 'rest.tickers', [entry], {
    at: 1_780_000_000_000,
    contracts,
    onlyListed: true,
  })

test('a ticker under names that nobody knows is dropped, not taken for one of another market', () => {
  expect(read({ ticker: 'BTC_USDT', price: '1' })).toMatchObject({ rows: [], dropped: 1, unlisted: 0 })
})

test('one of a contract that is not watched is none of ours', () => {
  expect(read({ contract: 'TSLA_USDT', last: '400' })).toMatchObject({ rows: [], dropped: 0, unlisted: 1 })
})
