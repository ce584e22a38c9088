import { expect, test } from 'vitest'
import { t0 } from '../../small-market.ts'
import { callOf } from '../../contract/stream-client.ts'
import type { TestVenue } from '../test-venue.ts'
import { openTestVenue } from '../test-venue.ts'
import { kucoin } from '../../../../../tools/market-server/venues/kucoin/kucoin.ts'

const bulletUrl = 'https://api.kucoin.com/api/v1/bullet-public'

interface Bullet {
  readonly data: {
    readonly token: string
    readonly instanceServers: readonly { readonly endpoint: string }[]
  }
}

function streamOf({ venueServer }: TestVenue): string {
  const { data } = JSON.parse(venueServer.answer(callOf(bulletUrl, 'POST')).body) as Bullet
  return `${data.instanceServers[0]?.endpoint ?? ''}?token=${data.token}&connectId=c1`
}

test('streams need a ticket: none, an invalid one and one of yesterday are rejected', () => {
  const small = openTestVenue(kucoin)
  expect(() => small.connect('wss://ws-api-spot.kucoin.com/')).toThrow('Nothing listens')
  expect(() => small.connect('wss://ws-api-spot.kucoin.com/?token=2neA')).toThrow('Nothing listens')
  const stream = streamOf(small)
  expect(small.connect(stream).messages).toEqual([{ id: 'c1', type: 'welcome' }])
  small.wait(24 * 3_600_000)
  expect(() => small.connect(stream)).toThrow('Nothing listens')
  expect(small.get(bulletUrl).status).toBe(404)
})

test('fills of one taker order carry its id, and times are in nanoseconds', () => {
  const small = openTestVenue(kucoin)
  const client = small.connect(streamOf(small))
  client.send({ id: 7, type: 'subscribe', topic: '/market/match:SYS-BTC,ETH-BTC', response: true })
  small.run(3_000)
  const fills = client.messages.slice(2) as { data: { symbol: string; takerOrderId: string; time: string } }[]
  expect(client.messages[1]).toEqual({ id: 7, type: 'ack' })
  const [first, second, , last] = fills.toSorted((a, b) => b.data.symbol.localeCompare(a.data.symbol))
  expect(fills).toHaveLength(4)
  expect(first?.data.takerOrderId).toMatch(/^[\da-f]{24}$/)
  expect(second?.data).toMatchObject({ takerOrderId: first?.data.takerOrderId, time: `${t0 + 500}000000` })
  expect(last?.data.takerOrderId).not.toBe(first?.data.takerOrderId)
})

test('a hundred pairs a topic; unknown ones are an error; pings are answered, silence disconnects', () => {
  const small = openTestVenue(kucoin)
  const client = small.connect(streamOf(small))
  const many = Array.from({ length: 101 }, () => 'SYS-BTC').join()
  for (const pairs of [many, 'NOPE-BTC'])
    client.send({ id: 1, type: 'subscribe', topic: `/market/match:${pairs}` })
  client.send({ id: 'beat', type: 'ping' })
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
  const { get, wait } = openTestVenue(kucoin)
  const url = 'https://api.kucoin.com/api/v1/market/allTickers'
  const statuses = Array.from({ length: 134 }, () => get(url).status)
  expect([statuses[132], statuses[133]]).toEqual([200, 429])
  expect(JSON.parse(get(url).body)).toMatchObject({ code: '429000' })
  wait(30_000)
  expect(get(url)).toMatchObject({ status: 200, weight: 15 })
})
