import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listedIn } from '../../../src/exchanges/perpetual/listed-in.ts'
import type { PerpetualKind } from '../../../src/exchanges/perpetual/perpetual-market.ts'
import { readPerpetual } from '../../../src/exchanges/perpetual/read-perpetual.ts'
import { perpetualMarkets } from '../../../src/exchanges/perpetual/registry.ts'
import { anyJson, damaged, keysOf } from '../validate/odd-json.ts'
import { expectSound } from './expect-sound-row.ts'
import { perpetualSamples } from './samples/registry.ts'
import { receivedAt as at } from './samples/sample.ts'

describe.each(
  perpetualMarkets.flatMap((market) =>
    perpetualSamples[market.venue] ? [[market.venue, market] as const] : [],
  ),
)('contracts of %s', (venue, market) => {
  const { listing, listed, payloads } = perpetualSamples[venue]!
  const contracts = listedIn(market, [listing])
  const kinds = Object.keys(market.readers) as PerpetualKind[]
  const keys = [...new Set([listing, ...payloads.map(({ payload }) => payload)].flatMap(keysOf))]

  test('are listed with what they are of', () => {
    const { rows } = readPerpetual(market, 'rest.symbols', listing, { at })
    expect(rows).toEqual(
      listed.map((row) => expect.objectContaining({ type: 'contract', ...row }) as unknown),
    )
  })

  test.each(payloads)('$kind gives its rows, in units of the base', ({ kind, payload, rows }) => {
    const reading = readPerpetual(market, kind, payload, { at, contracts })
    expect(reading.rows).toEqual(rows.map((row) => expect.objectContaining(row) as unknown))
    expect(reading.unsized).toEqual([])
  })

  test('messages tell their kind', () => {
    for (const { kind, payload } of payloads) {
      if (kind.startsWith('ws.')) expect(market.kindOf(payload), JSON.stringify(payload)).toBe(kind)
    }
  })

  test('any payload and any damage gives sound rows alone, and never throws', () => {
    for (const { kind, payload } of payloads) {
      let passed = 0
      const odd = fc.property(damaged(payload), (value) => {
        const { rows } = readPerpetual(market, kind, value, { at, contracts })
        rows.forEach(expectSound)
        passed += rows.length
      })
      fc.assert(odd, { numRuns: 30, examples: [[payload]] })
      expect(passed).toBeGreaterThan(0)
    }
    const any = fc.property(anyJson(keys), fc.constantFrom(...kinds), (payload, kind) => {
      const { rows, dropped } = readPerpetual(market, kind, payload, { at, contracts })
      rows.forEach(expectSound)
      expect(dropped).toBeGreaterThanOrEqual(0)
      expect([null, ...kinds]).toContain(market.kindOf(payload))
    })
    fc.assert(any, { numRuns: 150 })
  })
})

const market = (venue: string) => perpetualMarkets.find((each) => each.venue === venue)!

test('a contract of unknown size has prices, and no amount', () => {
  const payload = {
    arg: { channel: 'trades' },
    data: [{ instId: 'ETH-USDT-SWAP', px: '3000', sz: '7', side: 'buy', ts: '1790000000999' }],
  }
  const { rows, unsized, dropped } = readPerpetual(market('okx'), 'ws.trades', payload, { at })
  expect({ rows, dropped }).toEqual({ rows: [], dropped: 0 })
  expect(unsized).toEqual([expect.objectContaining({ price: 3000, contracts: '7', amount: undefined })])
})

test('what is not listed may be left out, but an index has a symbol of its own', () => {
  const contracts = listedIn(market('okx'), [perpetualSamples.okx!.listing])
  const ask = (kind: PerpetualKind, entry: object) =>
    readPerpetual(market('okx'), kind, { code: '0', data: [entry] }, { at, contracts, onlyListed: true })
  const mark = { instType: 'SWAP', markPx: '5' }
  expect(ask('rest.mark', { ...mark, instId: 'ETH-USDT-SWAP' }).rows).toHaveLength(1)
  expect(ask('rest.mark', { ...mark, instId: 'NEW-USDT-SWAP' })).toMatchObject({
    rows: [],
    dropped: 0,
    unlisted: 1,
  })
  expect(ask('rest.index', { instId: 'ETH-USDT', idxPx: '5' }).rows).toHaveLength(1)
})

test('a refusal is one, and says why', () => {
  const refusal = { label: 'INVALID_PARAM_VALUE', message: 'no such contract' }
  expect(readPerpetual(market('gate'), 'rest.trades', refusal, { at }).rows).toEqual([
    { type: 'error', message: 'no such contract' },
  ])
})

test.each([
  ['a rate beyond the whole position', { fundingRate: '1.5', markPrice: '5' }, { mark: 5 }],
  ['a price of nothing', { markPrice: '0', indexPrice: '5' }, { index: 5 }],
  ['more than there is of anything', { openInterest: '1e30', markPrice: '5' }, { mark: 5 }],
  ['a time of 1970', { nextFundingTime: 5, markPrice: '5' }, { mark: 5 }],
])('%s is left out of a derivative', (_, entry, told) => {
  const payload = { symbol: 'BTCUSDT', ...entry }
  const { rows } = readPerpetual(market('binance'), 'rest.derivatives', payload, { at })
  expect(rows).toEqual([{ type: 'derivative', symbol: 'BTCUSDT', at, ...told }])
})

test.each([
  ['without a price', { ap: '0', p: '0' }],
  ['without an amount', { z: '0', q: '0' }],
  ['without a side', { S: 'BOTH' }],
  ['without a time', { T: 5 }],
  ['beyond all turnover', { ap: '1e14', z: '1e14' }],
])('a liquidation %s is dropped and counted', (_, odd) => {
  const order = { s: 'BTCUSDT', S: 'SELL', q: '1', z: '1', p: '5', ap: '5', T: 1790000000999 }
  const ask = (o: object) =>
    readPerpetual(market('binance'), 'ws.liquidations', { e: 'forceOrder', o }, { at })
  expect(ask(order).rows).toHaveLength(1)
  expect(ask({ ...order, ...odd })).toMatchObject({ rows: [], dropped: 1 })
})

test.each([
  ['a size of nothing', { contractSize: 0 }],
  ['a size beyond all', { contractSize: 1e13 }],
  ['no base', { baseCoin: '' }],
])('a contract with %s is dropped and counted', (_, odd) => {
  const entry = { symbol: 'BTC_USDT', baseCoin: 'BTC', quoteCoin: 'USDT', state: 0, contractSize: 1 }
  const ask = (data: object) => readPerpetual(market('mexc'), 'rest.symbols', { success: true, data }, { at })
  expect(ask(entry).rows).toHaveLength(1)
  expect(ask({ ...entry, ...odd })).toMatchObject({ rows: [], dropped: 1 })
})

test('of a message of more rows than any list has, the first are read', () => {
  const payload = Array.from({ length: 20_003 }, () => ({ symbol: 'BTCUSDT', markPrice: '5' }))
  const { rows, dropped } = readPerpetual(market('binance'), 'rest.mark', payload, { at })
  expect([rows.length, dropped]).toEqual([20_000, 1])
})
