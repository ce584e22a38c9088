import { expect, test } from 'vitest'
import { order, smallMarket, t0 } from '../../small-market.ts'
import type { Connection } from '../../../../../tools/market-server/venues/simulated-venue.ts'
import { openStreams } from '../../../../../tools/market-server/venues/binance/streams.ts'

const orders = [
  order('AABTC', 500, 'buy', [100, 1], [101, 2], [103, 3]),
  order('BBBTC', 2_500, 'sell', [50, 1]),
  order('BBBTC', 86_400_000, 'sell', [50, 1]),
]

function open(url: string) {
  let wall = 0
  const market = smallMarket(orders)
  const streams = openStreams(market, () => wall)
  const sent: unknown[] = []
  const closed: number[] = []
  let pings = 0
  const { host, pathname, searchParams } = new URL(url)
  const connection: Connection = {
    host,
    path: pathname,
    query: searchParams,
    send: (frame) => sent.push(JSON.parse(String(frame))),
    ping: () => pings++,
    close: (code) => closed.push(code),
  }
  const handler = streams.connect(connection)
  return {
    handler,
    sent,
    closed,
    market,
    pings: () => pings,
    wait: (ms: number) => (wall += ms),
    run: (ms: number) => streams.step(market.advance(t0 + ms)),
    shutdown: () => streams.shutdown(),
  }
}

test('a combined stream wraps rows of changed pairs only, once a market second', () => {
  const { run, sent } = open('wss://s/stream?streams=!ticker_1h@arr')
  run(900)
  expect(sent).toEqual([])
  run(1_000)
  expect(sent).toMatchObject([
    { stream: '!ticker_1h@arr', data: [{ e: '1hTicker', E: t0 + 1_000, s: 'AABTC', n: 3 }] },
  ])
  run(1_900)
  run(2_400)
  expect(sent).toHaveLength(1)
  run(9_000)
  expect(sent[1]).toMatchObject({ data: [{ s: 'BBBTC', c: '0.00000050' }] })
})

test('a row of the rolling hour has every field, and opens on a minute', () => {
  const { run, sent } = open('wss://s/ws/!ticker_1h@arr')
  run(1_234)
  expect(sent[0]).toEqual([
    {
      e: '1hTicker',
      E: t0 + 1_234,
      s: 'AABTC',
      p: '0.00000003',
      P: '3.000',
      o: '0.00000100',
      h: '0.00000103',
      l: '0.00000100',
      c: '0.00000103',
      w: '0.00000102',
      v: '6.00000000',
      q: '0.00000611',
      O: t0 - 3_600_000,
      C: t0 + 1_234,
      F: 1,
      L: 3,
      n: 3,
    },
  ])
})

test('a sweep is one aggTrade a level, of equal time', () => {
  const { handler, run, sent } = open('wss://s/ws')
  handler?.message('{"method":"SUBSCRIBE","params":["aabtc@aggTrade"],"id":7}')
  run(600)
  expect(sent[0]).toEqual({ result: null, id: 7 })
  expect(sent.slice(1)).toMatchObject([
    { e: 'aggTrade', s: 'AABTC', p: '0.00000100', T: t0 + 500, m: false, f: 1, l: 1 },
    { p: '0.00000101', T: t0 + 500 },
    { p: '0.00000103', T: t0 + 500 },
  ])
})

test("subscriptions are listed and removed, and errors have the venue's format", () => {
  const { handler, sent, run } = open('wss://s/stream?streams=aabtc@trade')
  handler?.message('{"method":"LIST_SUBSCRIPTIONS","id":1}')
  handler?.message('{"method":"UNSUBSCRIBE","params":["aabtc@trade"],"id":2}')
  handler?.message('{"method":"NOPE","id":3}')
  handler?.message('{"method":')
  expect(sent).toMatchObject([
    { result: ['aabtc@trade'], id: 1 },
    { result: null, id: 2 },
    { error: { code: 2 }, id: 3 },
    { error: { code: 3 } },
  ])
  run(1_000)
  expect(sent).toHaveLength(4)
})

test('a sixth message within a second ends the connection', () => {
  const { handler, closed, wait } = open('wss://s/ws')
  for (let i = 0; i < 5; i++) handler?.message('{"method":"LIST_SUBSCRIPTIONS","id":1}')
  wait(999)
  expect(closed).toEqual([])
  handler?.message('{"method":"LIST_SUBSCRIPTIONS","id":1}')
  expect(closed).toEqual([1008])
})

test('pings every 20 s, and closes what does not answer for a minute', () => {
  const { handler, run, wait, pings, closed } = open('wss://s/ws')
  wait(19_999)
  run(1)
  expect(pings()).toBe(0)
  wait(1)
  run(2)
  expect(pings()).toBe(1)
  handler?.pong()
  for (let i = 0; i < 4; i++) {
    wait(20_000)
    run(3 + i)
  }
  expect(closed).toEqual([1008])
})

test('sends serverShutdown before closing', () => {
  const { shutdown, sent, closed } = open('wss://s/ws')
  shutdown()
  expect(sent).toEqual([{ e: 'serverShutdown', E: t0 }])
  expect(closed).toEqual([1001])
})

test('nothing listens at other paths', () => {
  expect(open('wss://s/elsewhere').handler).toBeNull()
})
