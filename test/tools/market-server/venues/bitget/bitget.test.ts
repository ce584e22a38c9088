import { expect, test } from 'vitest'
import { noEvents } from '../../../../../tools/market-server/market/events.ts'
import { t0 } from '../../small-market.ts'
import { openTestVenue } from '../test-venue.ts'
import { bitget } from '../../../../../tools/market-server/venues/bitget/bitget.ts'

const restUrl = 'https://api.bitget.com/api/v2'
const streamUrl = 'wss://ws.bitget.com/v2/ws/public'
const arg = { instType: 'SPOT', channel: 'trade', instId: 'SYSBTC' }

test('a trade comes as text inside its arg, the last one at once and a sweep in one message', () => {
  const { connect, run } = openTestVenue(bitget)
  run(600)
  const client = connect(streamUrl)
  client.send({ op: 'subscribe', args: [arg] })
  run(3_000)
  expect(client.messages).toMatchObject([
    { event: 'subscribe', arg },
    { action: 'snapshot', arg, data: [{ price: '0.0000501', size: '4', side: 'buy', ts: String(t0 + 500) }] },
    { action: 'update', arg, data: [{ price: '0.0000499', size: '5', side: 'sell' }], ts: t0 + 3_000 },
  ])
  client.send({ op: 'unsubscribe', args: [arg] })
  run(86_400_000)
  expect(client.messages.slice(3)).toEqual([{ event: 'unsubscribe', arg }])
})

test('an unlisted pair is an error', () => {
  const { connect } = openTestVenue(bitget)
  const client = connect(streamUrl)
  client.send({ op: 'subscribe', args: [{ ...arg, instId: 'NOPE' }] })
  client.send({ op: 'subscribe', args: ['SYSBTC'.repeat(700)] })
  expect(client.messages).toMatchObject([
    { event: 'error', code: 30001, msg: "instType:SPOT,channel:trade,instId:NOPE doesn't exist" },
    { event: 'error', code: 30002 },
  ])
})

test('the text ping keeps a connection open, two minutes of silence close it', () => {
  const { connect, wait } = openTestVenue(bitget)
  const lively = connect(streamUrl)
  const silent = connect(streamUrl)
  for (let i = 0; i < 5; i++) {
    wait(30_000)
    lively.send('ping')
  }
  expect(lively.frames).toEqual(Array<string>(5).fill('pong'))
  expect([lively.closed, silent.closed]).toEqual([[], [1000]])
})

test('an eleventh message within a second ends the connection', () => {
  const { connect } = openTestVenue(bitget)
  const client = connect(streamUrl)
  for (let i = 0; i < 10; i++) client.send('ping')
  expect(client.closed).toEqual([])
  client.send('ping')
  expect(client.closed).toEqual([1008])
  expect(client.frames.slice(10)).toEqual([
    '{"event":"error","code":30007,"msg":"request over limit,connection close"}',
  ])
})

test('every path has its own budget, and errors come with 400', () => {
  const { get, wait } = openTestVenue(bitget)
  const coins = () => get(`${restUrl}/spot/public/coins`).status
  expect([coins(), coins(), coins(), coins()]).toEqual([200, 200, 200, 429])
  expect(get(`${restUrl}/spot/market/tickers`).status).toBe(200)
  wait(1_000)
  expect(coins()).toBe(200)
  const wrong = get(`${restUrl}/spot/market/fills?symbol=SYSXXX`)
  expect([wrong.status, JSON.parse(wrong.body)]).toMatchObject([
    400,
    { code: '40034', msg: 'Parameter SYSXXX does not exist', data: null },
  ])
})

test('a halt, closed transfers and the statements of a month are published', () => {
  const span = { venue: 'bitget', from: t0, until: t0 + 60_000 }
  const statement = { venue: 'bitget', body: '', code: 'c1', kind: 'news' as const }
  const { read } = openTestVenue(bitget, {
    ...noEvents,
    halts: [{ ...span, symbol: 'SYSBTC', status: 'HALT' }],
    transfers: [{ ...span, asset: 'SYS', withdrawal: true }],
    statements: [
      { ...statement, at: t0 - 40 * 86_400_000, title: 'Long ago' },
      { ...statement, at: t0 - 1_000, title: 'Spot system upgrade' },
    ],
  })
  expect(read(`${restUrl}/spot/public/symbols?symbol=SYSBTC`)).toMatchObject({ data: [{ status: 'halt' }] })
  const { data } = read(`${restUrl}/spot/public/coins`) as { data: { coin: string }[] }
  expect(data.find(({ coin }) => coin === 'SYS')).toMatchObject({
    chains: [{ rechargeable: 'false', withdrawable: 'true' }],
  })
  expect(read(`${restUrl}/public/annoucements?language=en_US`)).toMatchObject({
    data: [{ annTitle: 'Spot system upgrade', annType: 'maintenance_system_updates' }],
  })
  expect(read(`${restUrl}/public/annoucements?annType=coin_listings`)).toMatchObject({ data: [] })
})
