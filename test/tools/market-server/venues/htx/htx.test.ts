import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { noEvents } from '../../../../../tools/market-server/market/events.ts'
import { t0 } from '../../small-market.ts'
import type { TestConnection } from '../test-venue.ts'
import { openTestVenue } from '../test-venue.ts'
import { htx } from '../../../../../tools/market-server/venues/htx/htx.ts'

const restUrl = 'https://api.huobi.pro'
const streamUrl = 'wss://api.huobi.pro/ws'

/** The received frames, decompressed. @throws Error on a frame that is not gzip */
const unpacked = ({ frames }: TestConnection): unknown[] =>
  frames.map((frame) => JSON.parse(gunzipSync(frame as Uint8Array).toString()) as unknown)

test('every frame is gzip, values are numbers, and a taker order is one match', () => {
  const { connect, run } = openTestVenue(htx)
  const client = connect(streamUrl)
  client.send({ sub: 'market.sysbtc.trade.detail', id: '7' })
  run(3_000)
  expect(client.frames.every((frame) => frame instanceof Uint8Array)).toBe(true)
  expect(unpacked(client)).toMatchObject([
    { id: '7', status: 'ok', subbed: 'market.sysbtc.trade.detail' },
    {
      ch: 'market.sysbtc.trade.detail',
      tick: {
        ts: t0 + 500,
        data: [
          { price: 0.0000501, amount: 4, direction: 'buy' },
          { price: 0.00005, amount: 3, direction: 'buy' },
        ],
      },
    },
    { tick: { ts: t0 + 2_500, data: [{ price: 0.0000499, direction: 'sell' }] } },
  ])
})

test('all tickers are sent at once, then the changed ones, once a market second', () => {
  const { connect, run } = openTestVenue(htx)
  run(1_000)
  const client = connect(streamUrl)
  client.send({ sub: 'market.tickers', id: '1' })
  run(1_400)
  run(2_000)
  run(3_000)
  const symbols = unpacked(client)
    .slice(1)
    .map((message) => (message as { data: { symbol: string }[] }).data.map(({ symbol }) => symbol))
  expect(symbols).toEqual([
    ['sysusdt', 'ethusdt', 'sysbtc', 'ethbtc'],
    ['sysusdt', 'sysbtc'],
  ])
})

test('clients that answer pings stay, others are disconnected after fifteen seconds', () => {
  const { connect, wait } = openTestVenue(htx)
  const lively = connect(streamUrl)
  const silent = connect(streamUrl)
  for (let i = 0; i < 4; i++) {
    wait(5_000)
    const { ping } = unpacked(lively).at(-1) as { ping: number }
    lively.send({ pong: ping })
  }
  expect([lively.closed, silent.closed]).toEqual([[], [1003]])
  lively.send({ ping: 18 })
  expect(unpacked(lively).at(-1)).toEqual({ pong: 18 })
})

test("errors have the venue's format", () => {
  const { connect } = openTestVenue(htx)
  const client = connect(streamUrl)
  client.send({ sub: 'market.nope.detail', id: '1' })
  client.send({ sub: 'market.sysbtc.nope', id: '2' })
  client.send({ unsub: 'market.sysbtc.detail', id: '3' })
  client.send('no json')
  expect(unpacked(client)).toMatchObject(
    [
      'invalid symbol nope',
      'invalid topic market.sysbtc.nope',
      'unsub with not subbed topic market.sysbtc.detail',
      'not json, is not json string',
    ].map((message) => ({ status: 'error', 'err-code': 'bad-request', 'err-msg': message })),
  )
})

test('a REST error is HTTP 200, too many requests are not', () => {
  const { get, wait } = openTestVenue(htx)
  const wrong = get(`${restUrl}/market/history/trade?symbol=nope`)
  expect([wrong.status, JSON.parse(wrong.body)]).toMatchObject([
    200,
    { status: 'error', 'err-code': 'invalid-parameter', 'err-msg': 'invalid symbol' },
  ])
  const status = () => get(`${restUrl}/v2/market-status`).status
  for (let i = 0; i < 9; i++) expect(status()).toBe(200)
  expect(status()).toBe(429)
  wait(1_000)
  expect(status()).toBe(200)
})

test('trades come newest first in matches, with ids beyond what a number holds', () => {
  const { read, run } = openTestVenue(htx)
  run(3_000)
  const { data } = read(`${restUrl}/market/history/trade?symbol=sysbtc&size=2000`) as {
    data: { data: { id: number; direction: string }[] }[]
  }
  expect(data.map((match) => match.data.map(({ direction }) => direction))).toEqual([
    ['sell'],
    ['buy', 'buy'],
  ])
  expect(Number.isSafeInteger(data[0]?.data[0]?.id)).toBe(false)
})

test('a maintenance is a halt with its times', () => {
  const span = { venue: 'htx', from: t0 + 1_000, until: t0 + 5_000 }
  const { read, run } = openTestVenue(htx, {
    ...noEvents,
    maintenance: [span],
    transfers: [{ ...span, asset: 'SYS' }],
  })
  const status = () => read(`${restUrl}/v2/market-status`)
  expect(status()).toMatchObject({ code: 200, data: { marketStatus: 1 } })
  run(1_000)
  expect(status()).toMatchObject({
    data: { marketStatus: 2, haltStartTime: span.from, haltEndTime: span.until },
  })
  expect(read(`${restUrl}/v1/common/symbols`)).toMatchObject({ data: [{ state: 'suspend' }, {}, {}, {}] })
  const { data } = read(`${restUrl}/v2/reference/currencies`) as { data: { currency: string }[] }
  expect(data.find(({ currency }) => currency === 'sys')).toMatchObject({
    chains: [{ depositStatus: 'prohibited', withdrawStatus: 'prohibited' }],
  })
})
