import { expect, test } from 'vitest'
import { T0 } from '../../../../../tools/market-server/small-market.ts'
import { callOf } from '../../../../../tools/market-server/contract/ear.ts'
import type { SmallDesk } from '../../../../../tools/market-server/venues/small-desk.ts'
import { openSmallDesk } from '../../../../../tools/market-server/venues/small-desk.ts'
import { kucoin } from '../../../../../tools/market-server/venues/kucoin/kucoin.ts'

const BULLET = 'https://api.kucoin.com/api/v1/bullet-public'

interface Bullet {
  readonly data: {
    readonly token: string
    readonly instanceServers: readonly { readonly endpoint: string }[]
  }
}

function streamOf({ desk }: SmallDesk): string {
  const { data } = JSON.parse(desk.answer(callOf(BULLET, 'POST')).body) as Bullet
  return `${data.instanceServers[0]?.endpoint ?? ''}?token=${data.token}&connectId=c1`
}

test('nobody listens without a ticket, with a made-up one or with one of yesterday', () => {
  const small = openSmallDesk(kucoin)
  expect(() => small.visit('wss://ws-api-spot.kucoin.com/')).toThrow('Nothing listens')
  expect(() => small.visit('wss://ws-api-spot.kucoin.com/?token=2neA')).toThrow('Nothing listens')
  const stream = streamOf(small)
  expect(small.visit(stream).messages).toEqual([{ id: 'c1', type: 'welcome' }])
  small.wait(24 * 3_600_000)
  expect(() => small.visit(stream)).toThrow('Nothing listens')
  expect(small.get(BULLET).status).toBe(404)
})

test('fills of one taker order carry its name, and times are in nanoseconds', () => {
  const small = openSmallDesk(kucoin)
  const client = small.visit(streamOf(small))
  client.say({ id: 7, type: 'subscribe', topic: '/market/match:SYS-BTC,ETH-BTC', response: true })
  small.run(3_000)
  const fills = client.messages.slice(2) as { data: { symbol: string; takerOrderId: string; time: string } }[]
  expect(client.messages[1]).toEqual({ id: 7, type: 'ack' })
  const [first, second, , last] = fills.toSorted((a, b) => b.data.symbol.localeCompare(a.data.symbol))
  expect(fills).toHaveLength(4)
  expect(first?.data.takerOrderId).toMatch(/^[\da-f]{24}$/)
  expect(second?.data).toMatchObject({ takerOrderId: first?.data.takerOrderId, time: `${T0 + 500}000000` })
  expect(last?.data.takerOrderId).not.toBe(first?.data.takerOrderId)
})

test('a hundred pairs a topic; unknown ones are an error; pings are answered, silence is not borne', () => {
  const small = openSmallDesk(kucoin)
  const client = small.visit(streamOf(small))
  const many = Array.from({ length: 101 }, () => 'SYS-BTC').join()
  for (const pairs of [many, 'NOPE-BTC'])
    client.say({ id: 1, type: 'subscribe', topic: `/market/match:${pairs}` })
  client.say({ id: 'beat', type: 'ping' })
  expect(client.messages.slice(1)).toMatchObject([
    { type: 'error' },
    { type: 'error' },
    { id: 'beat', type: 'pong' },
  ])
  small.wait(60_000)
  expect(client.closed).toEqual([])
  small.wait(1)
  expect(client.closed).toEqual([1000])
})

test('the market summary costs fifteen of two thousand in half a minute', () => {
  const { get, wait } = openSmallDesk(kucoin)
  const url = 'https://api.kucoin.com/api/v1/market/allTickers'
  const statuses = Array.from({ length: 134 }, () => get(url).status)
  expect([statuses[132], statuses[133]]).toEqual([200, 429])
  expect(JSON.parse(get(url).body)).toMatchObject({ code: '429000' })
  wait(30_000)
  expect(get(url)).toMatchObject({ status: 200, weight: 15 })
})
