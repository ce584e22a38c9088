import { describe, expect, test } from 'vitest'
import { createExchange } from '../../src/exchanges/create-exchange.ts'
import { rows } from '../../src/exchanges/wire/fields.ts'
import { movable } from '../../src/exchanges/wire/movable.ts'
import { renamed } from '../../src/exchanges/wire/row-mapper.ts'
import { createSite } from '../../src/exchanges/sites/create-site.ts'
import { only, topics } from '../../src/exchanges/wire/topics.ts'
import { valueAt } from '../../src/exchanges/wire/value-at.ts'

// What adapters are written in.

const at = 1_700_000_000_000

describe('a value', () => {
  test.each([
    ['last', { last: '7' }, '7'],
    ['type.key', { type: { key: 'a' } }, 'a'],
    ['type.key', { type: null }, undefined],
    ['c.0', { c: ['1', '2'] }, '1'],
    ['2', [5, 6, 7], 7],
    ['tradeId|sequence', { sequence: 3 }, 3],
    ['tradeId|sequence', { tradeId: 0, sequence: 3 }, 0],
    ['iso(time)', { time: '2023-11-14T22:13:20.0000000Z' }, at],
    ['kst(time)', { time: '2023-11-15 07:13:20' }, at],
    ['seconds(time)', { time: at / 1000 }, at],
    ['nanos(time|ts)', { ts: `${at}000000` }, at],
    ['ms|seconds(s)', { s: '1700000000' }, at],
    ['ms|seconds(s)', { ms: at, s: '1' }, at],
    ['maker(side)', { side: 'sell' }, 'buy'],
    ['upper(base-currency|bc)', { bc: 'sys' }, 'SYS'],
    ['upper(name)', {}, undefined],
    ['exact(id)', { id: 2 ** 53 - 1 }, 2 ** 53 - 1],
    ['exact(id)', { id: 1_079_953_210_371_761_700 }, undefined],
    ['exact(id)', { id: '1079953210371761701' }, '1079953210371761701'],
  ])('%s of %j', (where, entry, value) => {
    expect(valueAt(where)(entry as never)).toBe(value)
  })

  test('of no entry throws, so that the gate counts it', () => {
    expect(() => valueAt('last')(null as never)).toThrow()
    expect(() => renamed('tick', 'last')(null as never)).toThrow()
  })
})

describe('topics', () => {
  const heard = topics('channel', { 'trades.*': 'ws.trades', status: 'ws.status' }, (m) => 'data' in m)

  test('tell a kind by the whole topic, where the message brings something', () => {
    expect(heard({ channel: 'trades.SYS-BTC', data: [] })).toBe('ws.trades')
    expect(heard({ channel: 'status', data: [] })).toBe('ws.status')
    for (const channel of ['trades', 'trades.', 'my.trades.SYS', 'trades.a.b', 'status2', 'statu', 7, null])
      expect(heard({ channel, data: [] })).toBeNull()
    expect(heard({ channel: 'status' })).toBeNull()
  })

  test('keep a reader from messages of another kind', () => {
    const reader = only(heard, 'ws.trades', () => [])
    expect(reader({ channel: 'trades.SYS', data: [] }, at)).toEqual([])
    expect(() => reader({ channel: 'status', data: [] }, at)).toThrow()
  })
})

test('rows are made of the list at a path, or of all lists within one', () => {
  const read = (path: string, payload: unknown) => [
    ...rows(path, ({ n }) => (n === 0 ? null : { type: 'tick', last: n }))(payload, at),
  ]
  const [one, two] = [
    { type: 'tick', last: 1 },
    { type: 'tick', last: 2 },
  ]
  expect(read('', [{ n: 1 }, { n: 0 }])).toEqual([one])
  expect(read('', { n: 1 })).toEqual([one])
  expect(read('data.list', { data: { list: [{ n: 1 }] } })).toEqual([one])
  expect(read('data.*.list', { data: [{ list: [{ n: 1 }] }, { list: [{ n: 2 }] }] })).toEqual([one, two])
  for (const odd of [{ data: { list: { n: 1 } } }, { data: null }, {}])
    expect(() => read('data.list', odd)).toThrow()
})

describe('an asset moves', () => {
  const chained = movable('asset:coin chains', 'deposit:in withdrawal:out', 'yes', 'no')

  test.each([
    [[{ in: 'no' }, { in: 'yes' }], true],
    [[{ in: 'no' }, {}], false],
    [[{ in: 'maybe' }], null],
    [[], null],
    [undefined, null],
  ])('over %j: %s', (chains, deposit) => {
    expect(chained({ coin: 'SYS', chains })).toEqual({
      type: 'asset',
      asset: 'SYS',
      deposit,
      withdrawal: null,
    })
  })

  test('by itself where the venue names no chains', () => {
    const own = movable('asset', 'deposit:closed withdrawal:shut', false, true)
    expect(own({ asset: 'SYS', closed: false, shut: true })).toMatchObject({
      deposit: true,
      withdrawal: false,
    })
  })
})

const site = createSite({
  id: 'made',
  name: 'Made',
  hosts: ['https://api.made.example/*'],
  page: 'https://made.example/{locale}trade/{base}_{quote}',
  also: ['https://www.made.example/old/{base}_{quote}', 'https://made.example/t/{base}_{quote}'],
  except: /\/trade\/fx_/i,
})

test('a site has the hosts of its trading pages, and speaks on them unless it says otherwise', () => {
  expect(site.pages).toEqual(['https://made.example/*', 'https://www.made.example/*'])
  expect(site.ownHosts).toEqual(['made.example', 'www.made.example'])
  expect(site).not.toHaveProperty('quotes')
  expect(site.pairOf('https://made.example/trade/SYS_BTC')).toEqual({ base: 'SYS', quote: 'BTC' })
  expect(site.pairOf('https://made.example/trade/fx_BTC')).toBeNull()
})

test('an exchange is as most are where its adapter says nothing', () => {
  const call = { kind: 'rest.tickers', url: 'https://api.made.example/', weight: 1 } as const
  const ticks = () => []
  const made = createExchange(site, () => ({
    budget: { weight: 1, perMs: 1000 },
    symbols: call,
    tickers: { ...call, everyMs: 5000 },
    trades: {
      backfill: () => call,
      stream: { url: 'wss://made.example' },
      frame: (word, symbols, id) => [word, ...symbols, id],
    },
    kindOf: () => null,
    readers: { 'rest.tickers': ticks },
  }))
  expect(made).toMatchObject({ id: 'made', stream: null, official: [] })
  expect(made.readers).toEqual({ 'rest.tickers': ticks, 'rest.ticker': ticks })
  expect(made.trades.history('SYS')).toBeNull()
  expect(made.trades.subscribe(['SYS'], 1)).toEqual(['subscribe', 'SYS', 1])
  expect(made.trades.unsubscribe(['SYS'], 2)).toEqual(['unsubscribe', 'SYS', 2])
})
