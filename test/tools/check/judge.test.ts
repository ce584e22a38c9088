import { expect, test } from 'vitest'
import type { Row } from '../../../src/market/row.ts'
import { lostFields } from '../../../tools/check/fields.ts'
import { judgeAll } from '../../../tools/check/judge.ts'
import type { Probe } from '../../../tools/check/probe.ts'

const now = 1_700_000_000_000
const tick = (part: object = {}): Row => ({
  ...{ type: 'tick', symbol: 'BTCUSDT', base: 'BTC', quote: 'USDT', at: now, last: 30_000 },
  ...{ baseVolume: 100, quoteVolume: 3_000_000, bid: 29_990, ask: 30_010 },
  ...part,
})
const probe = (part: Partial<Probe> = {}): Probe => ({
  ...{ venue: 'okx', call: 'tickers', kind: 'rest.tickers', url: 'https://a/b?c', isDocumented: true },
  ...{ rows: [tick()], dropped: 0, example: null, at: now, skewMs: 0, failure: null, payload: [] },
  ...part,
})
const verdictOf = (part: Partial<Probe>) => {
  const [row] = judgeAll([probe(part)], [probe()])
  return [row!.verdict, row!.what]
}

test('a sound answer is ok', () => expect(verdictOf({})).toEqual(['ok', '']))

test('a field that all rows had and few have is named', () => {
  const { count: _, ...without } = tick({ count: 5 }) as Row & { count: number }
  expect(lostFields([without], [tick({ count: 5 })])).toEqual(['tick.count'])
  expect(verdictOf({ rows: [tick({ quoteVolume: undefined })] })).toEqual([
    'changed',
    'without tick.quoteVolume',
  ])
})

test('a side that many trades had and none has is named, of few trades it is chance', () => {
  const trades = (sides: readonly string[]) =>
    sides.map((side) => ({ type: 'trade', symbol: 'A', price: 1, amount: 1, side, at: now }) as Row)
  const both = trades(['buy', 'sell', 'buy', 'sell'])
  expect(lostFields(trades(Array.from({ length: 40 }, () => 'buy')), both)).toEqual(['trade.side=sell'])
  expect(lostFields(trades(['buy', 'buy']), both)).toEqual([])
})

test('numbers of another size and times of another day are named', () => {
  expect(verdictOf({ rows: [tick({ quoteVolume: 3_000 })] })).toEqual([
    'unit',
    'turnover is 0.001 times volume × price',
  ])
  expect(verdictOf({ rows: [tick({ last: 30, quoteVolume: 3_000 })] })[0]).toBe('unit')
  expect(verdictOf({ rows: [tick({ at: now - 3_600_000 })] })).toEqual([
    'clock',
    'the newest row is 3600 s old',
  ])
  expect(verdictOf({ skewMs: 120_000 })[0]).toBe('clock')
})

test('a failure to ask, rows that cannot be read and missing rows are told apart', () => {
  expect(verdictOf({ rows: [], failure: { verdict: 'moved', what: 'HTTP 404' } })).toEqual([
    'moved',
    'HTTP 404',
  ])
  expect(verdictOf({ dropped: 9, example: 'tick last missing' })).toEqual(['changed', 'tick last missing'])
  expect(verdictOf({ rows: [] })).toEqual(['changed', 'no rows'])
})
