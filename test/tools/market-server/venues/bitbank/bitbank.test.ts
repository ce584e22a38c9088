import { expect, test } from 'vitest'
import { order, t0 } from '../../small-market.ts'
import type { TestConnection } from '../test-venue.ts'
import { openTradedVenue } from '../test-venue.ts'
import { bitbank } from '../../../../../tools/market-server/venues/bitbank/bitbank.ts'

const socketUrl = 'wss://stream.bitbank.cc/socket.io/?EIO=4&transport=websocket'
const pairsUrl = 'https://api.bitbank.cc/v1/spot/pairs'
const statusUrl = 'https://api.bitbank.cc/v1/spot/status'

const orders = [
  order('SYSBTC', 10, 'buy', [3_000, 10]),
  order('SYSBTC', 1_500, 'sell', [2_900, 1], [2_890, 2]),
]

/** The payloads of the `42` frames so far. */
const events = ({ frames }: TestConnection): unknown[] =>
  frames
    .map(String)
    .filter((frame) => frame.startsWith('42'))
    .map((frame) => JSON.parse(frame.slice(2)) as unknown)

function opened() {
  const venue = openTradedVenue(bitbank, orders)
  const client = venue.connect(socketUrl)
  client.send('40')
  return { ...venue, client }
}

test('Engine.IO opens, Socket.IO connects, joining a room is not acknowledged', () => {
  const { client, run } = opened()
  expect(client.frames.map((frame) => String(frame).replace(/\{.*/, ''))).toEqual(['0', '40'])
  expect(JSON.parse(String(client.frames[0]).slice(1))).toMatchObject({
    pingInterval: 25_000,
    pingTimeout: 20_000,
  })
  client.send('42["join-room","transactions_sys_jpy"]')
  client.send('42["join-room","transactions_nope_jpy"]')
  client.send('42["nope"]')
  expect(events(client)).toEqual([])
  run(1_600)
  expect(events(client)).toMatchObject([
    [
      'message',
      {
        room_name: 'transactions_sys_jpy',
        message: {
          data: {
            transactions: [
              { side: 'sell', price: '20.735', amount: '1', executed_at: t0 + 1_500 },
              { price: '20.664', amount: '2' },
            ],
          },
        },
      },
    ],
  ])
  expect(client.closed).toEqual([])
})

test('a room that was left sends nothing; before 40 there are no rooms', () => {
  const { client, run, connect } = opened()
  client.send('42["join-room","transactions_sys_jpy"]')
  client.send('42["leave-room","transactions_sys_jpy"]')
  const hasty = connect(socketUrl)
  hasty.send('42["join-room","transactions_sys_jpy"]')
  run(1_600)
  expect([events(client), events(hasty)]).toEqual([[], []])
})

test.each(['hello', '42["join-room"'])('%s ends the connection', (text) => {
  const { client } = opened()
  client.send(text)
  expect(client.closed).toEqual([1000])
})

test('a 2 is sent every 25 s; clients without a 3 for 20 s more or without a 40 are dropped', () => {
  const { client, wait, connect } = opened()
  const mute = connect(socketUrl)
  wait(25_000)
  expect(client.frames.at(-1)).toBe('2')
  client.send('3')
  mute.send('3')
  wait(19_999)
  expect([client.closed, mute.closed]).toEqual([[], []])
  wait(1)
  expect([client.closed, mute.closed]).toEqual([[], [1000]])
  wait(5_000)
  wait(20_000)
  expect(client.closed).toEqual([1000])
})

test('a halted pair stays enabled and NORMAL: only its stop flags and its empty book show it', () => {
  const halts = [{ venue: 'bitbank', symbol: 'SYSBTC', status: 'HALT' as const, from: t0, until: t0 + 9_000 }]
  const { get } = openTradedVenue(bitbank, orders, { halts })
  expect(get(pairsUrl).json).toMatchObject({
    data: { pairs: [{ name: 'sys_jpy', is_enabled: true, stop_order: true, stop_order_and_cancel: true }] },
  })
  expect(get(statusUrl).json).toMatchObject({ data: { statuses: [{ pair: 'sys_jpy', status: 'NORMAL' }] } })
  expect(get('https://public.bitbank.cc/tickers').json).toMatchObject({
    data: [{ pair: 'sys_jpy', buy: null, sell: null, last: '21.45' }],
  })
})

test('the breaker state is sent on joining and when it trips', () => {
  const halts = [
    { venue: 'bitbank', symbol: 'SYSBTC', status: 'BREAK' as const, from: t0 + 2_000, until: t0 + 9_000 },
  ]
  const { connect, run } = openTradedVenue(bitbank, orders, { halts })
  const client = connect(socketUrl)
  client.send('40')
  client.send('42["join-room","circuit_break_info_sys_jpy"]')
  run(1_900)
  run(2_100)
  run(2_200)
  expect(events(client)).toMatchObject([
    ['message', { message: { data: { mode: 'NONE', upper_trigger_price: '32.175' } } }],
    ['message', { message: { data: { mode: 'CIRCUIT_BREAK', upper_trigger_price: null } } }],
  ])
})

test('errors have a code and no message; more than ten calls a second are refused', () => {
  const { get } = openTradedVenue(bitbank, orders)
  expect(get('https://public.bitbank.cc/nope_jpy/ticker')).toMatchObject({
    status: 404,
    json: { success: 0, data: { code: 10_000 } },
  })
  for (let i = 1; i < 10; i++) get(statusUrl)
  expect(get(statusUrl)).toMatchObject({ status: 429, json: { data: { code: 10_009 } } })
})
