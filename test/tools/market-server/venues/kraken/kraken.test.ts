import { expect, test } from 'vitest'
import { noEvents } from '../../../../../tools/market-server/market/events.ts'
import { t0 } from '../../small-market.ts'
import { openTestVenue } from '../test-venue.ts'
import { kraken } from '../../../../../tools/market-server/venues/kraken/kraken.ts'
import { assetId, pairId } from '../../../../../tools/market-server/venues/kraken/names.ts'

const restUrl = 'https://api.kraken.com/0/public'
const streamUrl = 'wss://ws.kraken.com/v2'
const trade = { channel: 'trade', symbol: ['SYS/BTC'] }
const online = { channel: 'status', data: [{ system: 'online', api_version: 'v2' }] }

test('pair ids carry the prefixes where both sides have one', () => {
  expect([pairId('BTC', 'USD'), pairId('ETH', 'BTC'), pairId('ADA', 'BTC'), pairId('ADA', 'USD')]).toEqual([
    'XXBTZUSD',
    'XETHXXBT',
    'ADAXBT',
    'ADAUSD',
  ])
  expect([assetId('BTC'), assetId('USD'), assetId('ADA')]).toEqual(['XXBT', 'ZUSD', 'ADA'])
})

test('the status of the venue is sent first, and again when it changes', () => {
  const { connect, run } = openTestVenue(kraken, {
    ...noEvents,
    maintenance: [{ venue: 'kraken', from: t0 + 2_000, until: t0 + 4_000 }],
  })
  const client = connect(streamUrl)
  expect(client.messages).toEqual([])
  run(1)
  run(1_000)
  expect(client.messages).toMatchObject([online])
  run(2_000)
  run(5_000)
  expect(client.messages.slice(1)).toMatchObject([{ data: [{ system: 'maintenance' }] }, online])
})

test('pairs use common names, each acknowledged or refused separately', () => {
  const { connect, run } = openTestVenue(kraken)
  const client = connect(streamUrl)
  client.send({ method: 'subscribe', params: { ...trade, symbol: ['SYS/BTC', 'XBT/USD'] }, req_id: 9 })
  run(600)
  expect(client.messages).toMatchObject([
    {
      method: 'subscribe',
      result: { channel: 'trade', snapshot: false, symbol: 'SYS/BTC' },
      success: true,
      req_id: 9,
    },
    { error: 'Currency pair not supported XBT/USD', success: false, symbol: 'XBT/USD' },
    online,
    {
      channel: 'trade',
      type: 'update',
      data: [
        { symbol: 'SYS/BTC', side: 'buy', price: 0.00005, qty: 3, timestamp: '2020-01-01T12:00:00.500000Z' },
        { price: 0.0000501, qty: 4 },
      ],
    },
  ])
})

test('past trades are sent on request, a ticker by default', () => {
  const { connect, run } = openTestVenue(kraken)
  run(600)
  const client = connect(streamUrl)
  client.send({ method: 'subscribe', params: { ...trade, snapshot: true } })
  client.send({ method: 'subscribe', params: { channel: 'ticker', symbol: ['SYS/BTC'] } })
  expect(client.messages).toMatchObject([
    { result: { snapshot: true } },
    { channel: 'trade', type: 'snapshot', data: [{ qty: 3 }, { qty: 4 }] },
    { result: { snapshot: true } },
    { channel: 'ticker', type: 'snapshot', data: [{ last: 0.0000501, volume: 7 }] },
  ])
})

test('a heartbeat a second for subscribers; idle connections are closed after a minute', () => {
  const { connect, wait } = openTestVenue(kraken)
  const [listener, idler, pinger] = [connect(streamUrl), connect(streamUrl), connect(streamUrl)]
  listener.send({ method: 'subscribe', params: trade })
  wait(1_000)
  wait(500)
  wait(500)
  expect(
    listener.messages.filter((message) => (message as { channel?: string }).channel === 'heartbeat'),
  ).toHaveLength(2)
  wait(57_000)
  pinger.send({ method: 'ping', req_id: 3 })
  expect(pinger.messages.at(-1)).toMatchObject({ method: 'pong', req_id: 3 })
  wait(1_000)
  expect([listener.closed, idler.closed, pinger.closed]).toEqual([[], [1000], []])
})

test("tickers are keyed by Kraken's ids: today first, then 24 hours", () => {
  const { read, run } = openTestVenue(kraken)
  run(3_000)
  expect(read(`${restUrl}/Ticker`)).toMatchObject({
    error: [],
    result: {
      SYSXBT: {
        c: ['0.00004990', '5.00000000'],
        v: ['12.00000000', '12.00000000'],
        t: [3, 3],
        o: '0.00005000',
      },
      XETHXXBT: { c: ['0.07000000', '1.00000000'] },
    },
  })
})

test('a pair is found by each of its names; a trade is a row', () => {
  const { read, run } = openTestVenue(kraken)
  run(3_000)
  for (const name of ['XETHXXBT', 'ETHXBT', 'ETH/XBT'])
    expect(read(`${restUrl}/Trades?count=1000&pair=${name}`)).toMatchObject({
      error: [],
      result: {
        XETHXXBT: [['0.07000000', '1.00000000', (t0 + 900) / 1_000, 'b', 'm', '', expect.any(Number)]],
      },
    })
})

test('every error has HTTP 200, too many requests as well', () => {
  const { get, wait } = openTestVenue(kraken)
  const ask = (path: string) => {
    const { status, body } = get(`${restUrl}/${path}`)
    return [status, body]
  }
  expect(ask('Trades?pair=NOPE')).toEqual([200, '{"error":["EQuery:Unknown asset pair"]}'])
  expect(ask('Nope')).toEqual([200, '{"error":["EGeneral:Unknown method"]}'])
  for (let i = 0; i < 28; i++) ask('Time')
  expect(ask('Time')).toEqual([200, '{"error":["EGeneral:Too many requests"]}'])
  wait(30_000)
  expect(ask('SystemStatus')[1]).toContain('"status":"online"')
})

test('transfer and trading states have their own names', () => {
  const span = { venue: 'kraken', from: t0, until: t0 + 60_000 }
  const { read } = openTestVenue(kraken, {
    ...noEvents,
    halts: [{ ...span, symbol: 'SYSBTC', status: 'CANCEL_ONLY' }],
    transfers: [
      { ...span, asset: 'SYS', withdrawal: true },
      { ...span, asset: 'BTC' },
    ],
  })
  expect(read(`${restUrl}/AssetPairs`)).toMatchObject({
    result: { SYSXBT: { wsname: 'SYS/XBT', base: 'SYS', quote: 'XXBT', status: 'cancel_only' } },
  })
  expect(read(`${restUrl}/Assets`)).toMatchObject({
    result: {
      SYS: { status: 'withdrawal_only' },
      XXBT: { altname: 'XBT', status: 'funding_temporarily_disabled' },
      XETH: { status: 'enabled' },
    },
  })
})
