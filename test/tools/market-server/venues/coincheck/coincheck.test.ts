import { expect, test } from 'vitest'
import { order, t0 } from '../../small-market.ts'
import { openTradedVenue } from '../test-venue.ts'
import { coincheck } from '../../../../../tools/market-server/venues/coincheck/coincheck.ts'

const restUrl = 'https://coincheck.com/api'
const socketUrl = 'wss://ws-api.coincheck.com/'

const orders = [
  order('SYSBTC', 10, 'buy', [3_000, 10]),
  order('SYSBTC', 1_510, 'sell', [2_900, 1], [2_890, 2]),
  order('SYSBTC', 1_550, 'buy', [2_910, 1]),
  order('ETHBTC', 1_560, 'buy', [7_000_000, 1]),
]
const ask = (channel: unknown, type = 'subscribe') => ({ type, channel })

test('trades are sent every 100 ms, newest first, in one frame a channel', () => {
  const { connect, run } = openTradedVenue(coincheck, orders)
  const { send, newMessages } = connect(socketUrl)
  send(ask('sys_jpy-trades'))
  run(1_499)
  run(1_520)
  run(1_590)
  expect(newMessages()).toMatchObject([[{ length: 9 }, { length: 9 }]])
  run(1_600)
  const second = String((t0 + 1_000) / 1_000)
  const [frame, ...others] = newMessages() as string[][][]
  expect(others).toEqual([])
  expect(frame).toEqual([[second, '4', 'sys_jpy', '20.807', '1', 'buy', '9', '8', null]])
})

test('fills of one taker order carry the same order id', () => {
  const { connect, run } = openTradedVenue(coincheck, orders)
  const { send, newMessages } = connect(socketUrl)
  send(ask('sys_jpy-trades'))
  run(1_600)
  const [rows = []] = newMessages() as string[][][]
  expect(rows.map((row) => row.slice(3, 6))).toEqual([
    ['20.807', '1', 'buy'],
    ['20.664', '2', 'sell'],
    ['20.735', '1', 'sell'],
  ])
  expect(rows[1]?.[6]).toBe(rows[2]?.[6])
  expect(rows[0]?.[6]).not.toBe(rows[1]?.[6])
})

test('subscribing twice doubles every frame, unsubscribing is ignored, nothing is answered', () => {
  const { connect, run } = openTradedVenue(coincheck, orders)
  const { send, newMessages, closed } = connect(socketUrl)
  send(ask('sys_jpy-trades'))
  send(ask('sys_jpy-trades'))
  send(ask('sys_jpy-trades', 'unsubscribe'))
  send(ask(['eth_jpy-trades']))
  send(ask('nope_jpy-trades'))
  send('not json')
  expect(newMessages()).toEqual([])
  run(1_600)
  const frames = newMessages() as string[][][]
  expect(frames.map((rows) => rows[0]?.[2])).toEqual(['sys_jpy', 'sys_jpy'])
  expect(frames[0]).toEqual(frames[1])
  expect(closed).toEqual([])
})

test('a connection idle for a minute is dropped', () => {
  const { connect, wait } = openTradedVenue(coincheck, orders)
  const { closed } = connect(socketUrl)
  wait(59_999)
  expect(closed).toEqual([])
  wait(1)
  expect(closed).toEqual([1006])
})

test('a ticker is up to ten seconds old', () => {
  const { get, run } = openTradedVenue(coincheck, orders)
  const ticker = () => get(`${restUrl}/ticker?pair=sys_jpy`).json
  expect(ticker()).toMatchObject({ last: 21.45, timestamp: (t0 + 1_000) / 1_000 })
  run(10_999)
  expect(ticker()).toMatchObject({ last: 21.45, timestamp: (t0 + 1_000) / 1_000 })
  run(11_000)
  expect(ticker()).toMatchObject({ last: 20.807, timestamp: (t0 + 11_000) / 1_000 })
})

test('for an unlisted pair the ticker replies with a page, the trades with an error body', () => {
  const { get } = openTradedVenue(coincheck, orders)
  const page = get(`${restUrl}/ticker?pair=nope_jpy`)
  expect(page).toMatchObject({ status: 404, json: null })
  expect(page.body).toContain('ページが見つかりません')
  expect(get(`${restUrl}/trades?pair=nope_jpy`)).toMatchObject({
    status: 400,
    json: { success: false, error: 'invalid pair' },
  })
})

test.each([
  ['HALT', 'stop', false, false],
  ['CANCEL_ONLY', 'available', false, true],
] as const)('a pair in %s is %s', (status, reported, order, cancel) => {
  const halts = [{ venue: 'coincheck', symbol: 'SYSBTC', status, from: t0, until: t0 + 9_000 }]
  const { json } = openTradedVenue(coincheck, orders, { halts }).get(`${restUrl}/exchange_status`)
  expect(json).toMatchObject({
    exchange_status: expect.arrayContaining([
      expect.objectContaining({
        pair: 'sys_jpy',
        status: reported,
        availability: { order, market_order: order, cancel },
      }),
    ]) as unknown,
  })
})
