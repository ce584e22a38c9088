import { expect, test } from 'vitest'
import { order, T0 } from '../../../../../tools/market-server/small-market.ts'
import { play } from '../../../../../tools/market-server/venues/small-desk.ts'
import { coincheck } from '../../../../../tools/market-server/venues/coincheck/coincheck.ts'

const REST = 'https://coincheck.com/api'
const SOCKET = 'wss://ws-api.coincheck.com/'

const orders = [
  order('SYSBTC', 10, 'buy', [3_000, 10]),
  order('SYSBTC', 1_510, 'sell', [2_900, 1], [2_890, 2]),
  order('SYSBTC', 1_550, 'buy', [2_910, 1]),
  order('ETHBTC', 1_560, 'buy', [7_000_000, 1]),
]
const ask = (channel: unknown, type = 'subscribe') => ({ type, channel })

test('trades go by the tenth of a second, newest first, in one frame a channel', () => {
  const { visit, run } = play(coincheck, orders)
  const { say, news } = visit(SOCKET)
  say(ask('sys_jpy-trades'))
  run(1_499)
  run(1_520)
  run(1_590)
  expect(news()).toMatchObject([[{ length: 9 }, { length: 9 }]])
  run(1_600)
  const second = String((T0 + 1_000) / 1_000)
  const [frame, ...others] = news() as string[][][]
  expect(others).toEqual([])
  expect(frame).toEqual([[second, '4', 'sys_jpy', '20.807', '1', 'buy', '9', '8', null]])
})

test('fills of one taker order name the same order', () => {
  const { visit, run } = play(coincheck, orders)
  const { say, news } = visit(SOCKET)
  say(ask('sys_jpy-trades'))
  run(1_600)
  const [rows = []] = news() as string[][][]
  expect(rows.map((row) => row.slice(3, 6))).toEqual([
    ['20.807', '1', 'buy'],
    ['20.664', '2', 'sell'],
    ['20.735', '1', 'sell'],
  ])
  expect(rows[1]?.[6]).toBe(rows[2]?.[6])
  expect(rows[0]?.[6]).not.toBe(rows[1]?.[6])
})

test('subscribing twice doubles every frame, unsubscribing is passed over, nothing is ever answered', () => {
  const { visit, run } = play(coincheck, orders)
  const { say, news, closed } = visit(SOCKET)
  say(ask('sys_jpy-trades'))
  say(ask('sys_jpy-trades'))
  say(ask('sys_jpy-trades', 'unsubscribe'))
  say(ask(['eth_jpy-trades']))
  say(ask('nope_jpy-trades'))
  say('not json')
  expect(news()).toEqual([])
  run(1_600)
  const frames = news() as string[][][]
  expect(frames.map((rows) => rows[0]?.[2])).toEqual(['sys_jpy', 'sys_jpy'])
  expect(frames[0]).toEqual(frames[1])
  expect(closed).toEqual([])
})

test('what carries nothing for a minute is cut', () => {
  const { visit, wait } = play(coincheck, orders)
  const { closed } = visit(SOCKET)
  wait(59_999)
  expect(closed).toEqual([])
  wait(1)
  expect(closed).toEqual([1006])
})

test('a ticker is up to ten seconds old', () => {
  const { get, run } = play(coincheck, orders)
  const ticker = () => get(`${REST}/ticker?pair=sys_jpy`).json
  expect(ticker()).toMatchObject({ last: 21.45, timestamp: (T0 + 1_000) / 1_000 })
  run(10_999)
  expect(ticker()).toMatchObject({ last: 21.45, timestamp: (T0 + 1_000) / 1_000 })
  run(11_000)
  expect(ticker()).toMatchObject({ last: 20.807, timestamp: (T0 + 11_000) / 1_000 })
})

test('of a pair nobody lists the ticker answers with a page, the trades with a body', () => {
  const { get } = play(coincheck, orders)
  const page = get(`${REST}/ticker?pair=nope_jpy`)
  expect(page).toMatchObject({ status: 404, json: null })
  expect(page.body).toContain('ページが見つかりません')
  expect(get(`${REST}/trades?pair=nope_jpy`)).toMatchObject({
    status: 400,
    json: { success: false, error: 'invalid pair' },
  })
})

test.each([
  ['HALT', 'stop', false, false],
  ['CANCEL_ONLY', 'available', false, true],
] as const)('a pair in %s is %s', (status, told, order, cancel) => {
  const halts = [{ venue: 'coincheck', symbol: 'SYSBTC', status, from: T0, until: T0 + 9_000 }]
  const { json } = play(coincheck, orders, { halts }).get(`${REST}/exchange_status`)
  expect(json).toMatchObject({
    exchange_status: expect.arrayContaining([
      expect.objectContaining({
        pair: 'sys_jpy',
        status: told,
        availability: { order, market_order: order, cancel },
      }),
    ]) as unknown,
  })
})
