import { expect, test } from 'vitest'
import { noEvents } from '../../../../../tools/market-server/market/events.ts'
import { order, t0 } from '../../small-market.ts'
import { openTestVenue } from '../test-venue.ts'
import { cryptocom } from '../../../../../tools/market-server/venues/cryptocom/cryptocom.ts'

const restUrl = 'https://api.crypto.com/exchange/v1/public'
const streamUrl = 'wss://stream.crypto.com/exchange/v1/market'
const subscribe = (id: number, ...channels: string[]) => ({ id, method: 'subscribe', params: { channels } })

test('trades come newest first, all values as text', () => {
  const { connect, run } = openTestVenue(cryptocom)
  const client = connect(streamUrl)
  client.send(subscribe(3, 'trade.SYS_BTC'))
  run(3_000)
  expect(client.messages).toMatchObject([
    { id: 3, method: 'subscribe', code: 0 },
    {
      result: {
        instrument_name: 'SYS_BTC',
        channel: 'trade',
        data: [
          { p: '0.0000499', q: '5', s: 'SELL', t: t0 + 2_500 },
          { p: '0.0000501', s: 'BUY', t: t0 + 500 },
          { p: '0.00005', s: 'BUY', t: t0 + 500 },
        ],
      },
    },
  ])
})

test('a heartbeat every 30 s is to be answered by its own id within 5', () => {
  const { connect, wait } = openTestVenue(cryptocom)
  const [lively, wrong] = [connect(streamUrl), connect(streamUrl)]
  for (let i = 0; i < 2; i++) {
    wait(30_000)
    const { id } = lively.messages.at(-1) as { id: number }
    lively.send({ id, method: 'public/respond-heartbeat' })
    wrong.send({ id: id - 1, method: 'public/respond-heartbeat' })
    wait(4_999)
    if (i === 0) expect(wrong.closed).toEqual([])
    wait(1)
  }
  expect([lively.closed, wrong.closed]).toEqual([[], [1000]])
  expect(lively.messages[0]).toMatchObject({ method: 'public/heartbeat', code: 0 })
})

test('a client that sends at the end of the second it connected in exceeds the limit', () => {
  const { connect, wait } = openTestVenue(cryptocom)
  wait(995)
  const client = connect(streamUrl)
  client.send(subscribe(1, 'trade.SYS_BTC'))
  wait(1_000)
  client.send(subscribe(2, 'trade.SYS_BTC'))
  expect(client.messages).toMatchObject([
    { id: 1, code: 42901, message: 'TOO_MANY_REQUESTS' },
    { id: 2, code: 0 },
  ])
})

test('a connection allows four hundred subscriptions', () => {
  const coins = Array.from({ length: 201 }, (_, i) => order(`C${i}BTC`, i, 'buy', [100, 1]))
  const { connect, venueServer } = openTestVenue(cryptocom, noEvents, coins)
  const channels = venueServer.venueMarket.listings.map(({ symbol }) => `trade.${symbol}`)
  const client = connect(streamUrl)
  client.send(subscribe(1, ...channels.slice(0, 400)))
  client.send(subscribe(2, ...channels.slice(0, 400)))
  client.send(subscribe(3, ...channels.slice(400, 401)))
  expect(client.messages).toMatchObject([
    { id: 1, code: 0 },
    { id: 2, code: 0 },
    { id: 3, code: 40107, message: 'EXCEED_MAX_SUBSCRIPTIONS' },
  ])
})

test('an error repeats the request', () => {
  const { connect } = openTestVenue(cryptocom)
  const client = connect(streamUrl)
  client.send(subscribe(1, 'trade.NOPE_BTC'))
  client.send({ id: 2, method: 'nope' })
  client.send('no json')
  expect(client.messages).toMatchObject([
    {
      id: 1,
      code: 40003,
      original: '{"id":1,"method":"subscribe","params":{"channels":["trade.NOPE_BTC"]}}',
    },
    { id: 2, code: 40002 },
    { id: -1, method: 'ERROR', code: 40002, original: 'no json' },
  ])
})

test('perpetuals are among the tickers, and an untraded pair has no price', () => {
  const { read, run } = openTestVenue(cryptocom)
  const named = (symbol: string) => {
    const { result } = read(`${restUrl}/get-tickers`) as { result: { data: { i: string }[] } }
    return result.data.find(({ i }) => i === symbol)
  }
  expect(named('SYS_BTC')).toMatchObject({ a: null, h: null, c: null, v: '0' })
  run(1_000)
  expect(named('SYS_BTC')).toMatchObject({ a: '0.0000501', l: '0.00005', v: '7', t: t0 + 1_000 })
  expect(named('ETHUSD-PERP')).toMatchObject({ a: '455' })
})

test('refusals carry a code and their own HTTP status', () => {
  const { get } = openTestVenue(cryptocom)
  const wrong = get(`${restUrl}/get-trades?instrument_name=NOPE`)
  expect([wrong.status, JSON.parse(wrong.body)]).toMatchObject([
    400,
    { method: 'public/get-trades', code: 40004 },
  ])
  for (let i = 0; i < 100; i++) expect(get(`${restUrl}/get-instruments`).status).toBe(200)
  const fast = get(`${restUrl}/get-instruments`)
  expect([fast.status, JSON.parse(fast.body)]).toMatchObject([
    429,
    { code: 42901, message: 'TOO_MANY_REQUESTS' },
  ])
})

test('a maintenance is announced from its beginning, at another base path', () => {
  const maintenance = [{ venue: 'cryptocom', from: t0 + 1_000, until: t0 + 9_000 }]
  const { read, run } = openTestVenue(cryptocom, { ...noEvents, maintenance })
  const announcements = () => read('https://api.crypto.com/v1/public/get-announcements?product_type=Spot')
  expect(announcements()).toMatchObject({ code: 0, result: { data: [] } })
  run(1_000)
  expect(announcements()).toMatchObject({
    result: {
      data: [
        { category: 'system', impacted_params: { spot_trading_impacted: 'FULL' }, end_time: t0 + 9_000 },
      ],
    },
  })
})

test('values of a contract begin with the id of the request; an index is named by what it is of', () => {
  const { connect, run } = openTestVenue(cryptocom)
  const client = connect(streamUrl)
  client.send(
    subscribe(7, 'mark.ETHUSD-PERP', 'index.ETHUSD-INDEX', 'funding.ETHUSD-PERP', 'index.ETHUSD-PERP'),
  )
  const value = (channel: string, of: string) => ({ result: { channel, instrument_name: of } })
  expect(client.messages).toMatchObject([
    { id: 7, ...value('mark', 'ETHUSD-PERP') },
    { id: 7, ...value('index', 'ETHUSD-INDEX') },
    { id: 7, ...value('funding', 'ETHUSD-PERP') },
    { id: 7, code: 40003, channel: 'index.ETHUSD-PERP', message: 'Unsupported instrument' },
  ])
  const told = client.messages.length
  run(1_000)
  // Funding is told once a minute.
  expect(client.messages.slice(told)).toMatchObject([
    { id: -1, ...value('mark', 'ETHUSD-PERP') },
    { id: -1, ...value('index', 'ETHUSD-INDEX') },
  ])
})
