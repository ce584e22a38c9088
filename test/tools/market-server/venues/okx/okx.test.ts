import { expect, test } from 'vitest'
import { order } from '../../small-market.ts'
import { openTestVenue } from '../test-venue.ts'
import { okx } from '../../../../../tools/market-server/venues/okx/okx.ts'

const restUrl = 'https://www.okx.com/api/v5'
const streamUrl = 'wss://ws.okx.com:8443/ws/v5/public'
const trades = (instId: string) => ({ op: 'subscribe', args: [{ channel: 'trades', instId }] })

test('fills of one order at one price are merged, with their count', () => {
  const orders = [order('SYSBTC', 500, 'buy', [5_000, 3], [5_000, 4], [5_010, 1])]
  const { connect, run, read } = openTestVenue(okx, undefined, orders)
  const client = connect(streamUrl)
  client.send(trades('SYS-BTC'))
  run(1_000)
  expect(client.messages).toMatchObject([
    { event: 'subscribe', arg: { channel: 'trades', instId: 'SYS-BTC' } },
    { data: [{ px: '0.00005', sz: '7', side: 'buy', count: '2' }] },
    { data: [{ px: '0.0000501', sz: '1', count: '1' }] },
  ])
  expect(read(`${restUrl}/market/trades?instId=SYS-BTC`)).toMatchObject({
    data: [{ sz: '1' }, { sz: '4' }, { sz: '3' }],
  })
})

test('the text ping is answered in text; a connection silent for 30 s is closed', () => {
  const { connect, wait } = openTestVenue(okx)
  const [lively, silent] = [connect(streamUrl), connect(streamUrl)]
  wait(25_000)
  lively.send('ping')
  wait(5_001)
  expect(lively.frames).toEqual(['pong'])
  expect([lively.closed, silent.closed]).toEqual([[], [1000]])
})

test('480 operations an hour on one connection, and an unknown instrument is an error', () => {
  const { connect, wait } = openTestVenue(okx)
  const client = connect(streamUrl)
  for (let i = 0; i < 480; i++) client.send(trades('NOPE-BTC'))
  expect(client.messages.at(-1)).toMatchObject({ event: 'error', code: '60018' })
  client.send(trades('SYS-BTC'))
  expect(client.messages.at(-1)).toMatchObject({ event: 'error', code: '60014' })
  wait(3_600_000)
  const withRetryAfter = connect(streamUrl)
  withRetryAfter.send(trades('SYS-BTC'))
  expect(withRetryAfter.messages.at(-1)).toMatchObject({ event: 'subscribe' })
})

test('twenty requests in two seconds', () => {
  const { get, wait } = openTestVenue(okx)
  const statuses = Array.from({ length: 21 }, () => get(`${restUrl}/public/time`).status)
  expect([statuses[19], statuses[20]]).toEqual([200, 429])
  expect(JSON.parse(get(`${restUrl}/public/time`).body)).toMatchObject({ code: '50011' })
  wait(2_000)
  expect(get(`${restUrl}/public/time`).status).toBe(200)
})
