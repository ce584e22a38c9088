import { expect, test } from 'vitest'
import { order, t0 } from '../../small-market.ts'
import { openTradedVenue } from '../test-venue.ts'
import { upbit } from '../../../../../tools/market-server/venues/upbit/upbit.ts'

const restUrl = 'https://api.upbit.com/v1'
const socketUrl = 'wss://api.upbit.com/websocket/v1'

const orders = [
  order('SYSBTC', 10, 'buy', [3_000, 10]),
  order('ADXBTC', 20, 'buy', [6_000, 5]),
  order('SYSBTC', 1_500, 'sell', [2_900, 1], [2_890, 2]),
  order('ADXBTC', 2_500, 'buy', [6_100, 1]),
]
const ask = (type: string, ...codes: string[]) => [{ ticket: 't' }, { type, codes }, { format: 'DEFAULT' }]

test('ten requests a second, and one socket in 10 s', () => {
  const { get, wait, venueServer } = openTradedVenue(upbit, orders)
  for (let i = 0; i < 10; i++) expect(get(`${restUrl}/market/all`).status).toBe(200)
  expect(get(`${restUrl}/ticker/all?quote_currencies=KRW`)).toMatchObject({
    status: 429,
    json: { error: { name: 'too_many_requests' } },
  })
  expect(venueServer.refuses?.('api.upbit.com')).toBeNull()
  wait(9_999)
  expect(get(`${restUrl}/market/all`).status).toBe(200)
  expect(venueServer.refuses?.('api.upbit.com')).toBe(429)
  expect(venueServer.refuses?.('upbit.com')).toBeNull()
  wait(1)
  expect(venueServer.refuses?.('api.upbit.com')).toBeNull()
})

test('frames are binary JSON, a snapshot first', () => {
  const { connect, run } = openTradedVenue(upbit, orders)
  const { send, frames, newMessages } = connect(socketUrl)
  send(ask('trade', 'KRW-SYS'))
  expect(newMessages()).toMatchObject([
    { type: 'trade', code: 'KRW-SYS', ask_bid: 'BID', stream_type: 'SNAPSHOT' },
  ])
  run(2_000)
  expect(newMessages()).toMatchObject([
    {
      trade_price: 211.12,
      trade_volume: 1,
      ask_bid: 'ASK',
      trade_timestamp: t0 + 1_500,
      stream_type: 'REALTIME',
    },
    { trade_price: 210.39, trade_volume: 2 },
  ])
  expect(frames.every((frame) => frame instanceof Uint8Array)).toBe(true)
})

test('a second request replaces the first; an unknown code sends nothing', () => {
  const { connect, run } = openTradedVenue(upbit, orders)
  const { send, newMessages, closed } = connect(socketUrl)
  send(ask('trade', 'KRW-SYS'))
  send(ask('trade', 'KRW-ADX', 'KRW-NOPE', 'krw-sys'))
  newMessages()
  run(3_000)
  expect(newMessages()).toMatchObject([{ code: 'KRW-ADX' }])
  expect(closed).toEqual([])
})

test.each([
  ['hello', 'WRONG_FORMAT'],
  [{ ticket: 't' }, 'WRONG_FORMAT'],
  [[{ type: 'trade', codes: ['KRW-SYS'] }], 'NO_TICKET'],
  [[{ ticket: 't' }], 'NO_TYPE'],
  [[{ ticket: 't' }, { type: 'trade' }], 'NO_CODES'],
  [ask('nope', 'KRW-SYS'), 'INVALID_PARAM'],
])('%j is answered with %s and a close', (request, name) => {
  const { send, newMessages, closed } = openTradedVenue(upbit, orders).connect(socketUrl)
  send(request)
  expect(newMessages()).toMatchObject([{ error: { name } }])
  expect(closed).toEqual([1000])
})

test('one PING brings UP every 10 s; a connection without traffic is dropped after a minute', () => {
  const { connect, wait } = openTradedVenue(upbit, orders)
  const [heartbeat, quiet] = [connect(socketUrl), connect(socketUrl)]
  heartbeat.send('PING')
  expect(heartbeat.newMessages()).toEqual([])
  for (let i = 0; i < 5; i++) wait(10_000)
  expect(heartbeat.newMessages()).toEqual(Array(5).fill({ status: 'UP' }))
  wait(9_999)
  expect(quiet.closed).toEqual([])
  wait(1)
  expect([quiet.closed, heartbeat.closed]).toEqual([[1006], []])
})

test('alarms: a price gap to other venues, a coin to be delisted', () => {
  const priceGaps = [{ venue: 'upbit', base: 'SYS', factor: 1.3, from: t0, until: t0 + 9_000 }]
  const statement = {
    venue: 'upbit',
    at: t0,
    title: 'ADX delisting',
    body: '',
    code: 'a1',
    kind: 'delisting' as const,
  }
  const { get } = openTradedVenue(upbit, orders, { priceGaps, statements: [statement] })
  const rows = get(`${restUrl}/market/all?is_details=true`).json
  expect(rows).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        market: 'KRW-SYS',
        market_event: expect.objectContaining({
          warning: false,
          caution: expect.objectContaining({
            GLOBAL_PRICE_DIFFERENCES: true,
            PRICE_FLUCTUATIONS: false,
          }) as unknown,
        }) as unknown,
      }),
      expect.objectContaining({
        market: 'KRW-ADX',
        market_event: expect.objectContaining({
          warning: true,
          caution: expect.objectContaining({ GLOBAL_PRICE_DIFFERENCES: false }) as unknown,
        }) as unknown,
      }),
    ]),
  )
})

test('a halted pair is not listed; one unknown code fails a call', () => {
  const halts = [{ venue: 'upbit', symbol: 'SYSBTC', status: 'HALT' as const, from: t0, until: t0 + 9_000 }]
  const { get, wait } = openTradedVenue(upbit, orders, { halts })
  const rows = get(`${restUrl}/market/all`).json as { market: string }[]
  expect(rows.map(({ market }) => market)).toEqual(['KRW-ADX', 'BTC-ADX'])
  wait(10_000)
  expect(get(`${restUrl}/ticker?markets=KRW-ADX,KRW-NOPE`)).toMatchObject({
    status: 404,
    json: { error: { name: 404, message: 'Code not found' } },
  })
})
