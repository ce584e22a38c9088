import { expect, test } from 'vitest'
import { listedIn } from '../../../src/exchanges/perpetual/listed-in.ts'
import { readPerpetual } from '../../../src/exchanges/perpetual/read-perpetual.ts'
import { okxPerpetual } from '../../../src/exchanges/perpetual/venues/okx.ts'

// OKX tells an index under the name of its pair.

const swap = (pair: string, settle: string) => ({
  ...{ instId: `${pair}-SWAP`, instType: 'SWAP', instFamily: pair, ctType: 'linear', ctVal: '0.01' },
  ...{ ctMult: '1', settleCcy: settle, state: 'live', ruleType: 'normal', instCategory: '1' },
})
const listing = { code: '0', msg: '', data: [swap('BTC-USDT', 'USDT'), swap('BTC-USD_UM', 'USD')] }
const index = (instId: string, idxPx: string) => ({ instId, idxPx, ts: '1780000000000' })
const payload = {
  code: '0',
  msg: '',
  data: [index('BTC-USDT', '43350'), index('BTC-USD', '43380'), index('OKB-USDT', '50')],
}
const contracts = listedIn(okxPerpetual, [listing])
const read = (context: object) =>
  readPerpetual(okxPerpetual, 'rest.index', payload, { at: 1_780_000_000_000, ...context }).rows

test('of a watched market it is told of each contract on it, and of no other', () => {
  expect(read({ contracts, onlyListed: true })).toMatchObject([
    { type: 'derivative', symbol: 'BTC-USDT-SWAP', index: 43350 },
    { type: 'derivative', symbol: 'BTC-USD_UM-SWAP', index: 43380 },
  ])
})

test('else it keeps its name', () => {
  expect(read({ contracts })).toMatchObject(payload.data.map(({ instId: symbol }) => ({ symbol })))
})
