import { expect, test } from 'vitest'
import { order, t0 } from '../../small-market.ts'
import { openTradedVenue } from '../test-venue.ts'
import { bitflyer } from '../../../../../tools/market-server/venues/bitflyer/bitflyer.ts'

const restUrl = 'https://api.bitflyer.com/v1'
const socketUrl = 'wss://ws.lightstream.bitflyer.com/json-rpc'

const orders = [
  order('SYSBTC', 10, 'buy', [3_000, 10]),
  order('SYSBTC', 1_500, 'sell', [2_900, 1], [2_890, 2]),
  order('SYSBTC', 1_700, 'sell', [2_880, 1]),
  order('SYSBTC', 1_900, 'buy', [2_910, 1]),
]
const ask = (channel: string, id: unknown = 1) => ({
  jsonrpc: '2.0',
  method: 'subscribe',
  params: { channel },
  id,
})
const ok = (id: number) => ({ jsonrpc: '2.0', id, result: true })

test('an unlisted product is acknowledged like any other, and sends nothing', () => {
  const { connect, run } = openTradedVenue(bitflyer, orders)
  const { send, newMessages } = connect(socketUrl)
  send(ask('lightning_executions_NOPE_JPY', 7))
  expect(newMessages()).toEqual([ok(7)])
  run(2_000)
  expect(newMessages()).toEqual([])
})

test('executions come once a step, and fills of one taker order carry the same order id', () => {
  const { connect, run } = openTradedVenue(bitflyer, orders)
  const { send, newMessages } = connect(socketUrl)
  send(ask('lightning_executions_SYS_JPY'))
  run(2_000)
  const [, pushed] = newMessages() as [
    unknown,
    { params: { channel: string; message: Record<string, unknown>[] } },
  ]
  expect(pushed).toMatchObject({ jsonrpc: '2.0', method: 'channelMessage' })
  const { channel, message } = pushed.params
  expect(channel).toBe('lightning_executions_SYS_JPY')
  expect(message).toMatchObject([
    { side: 'SELL', price: 20.735, size: 1, exec_date: '2020-01-01T12:00:01.5004567Z' },
    { side: 'SELL', price: 20.664, size: 2 },
    { side: 'SELL', price: 20.592 },
    { side: 'BUY', price: 20.807 },
  ])
  const takers = message.map((row) =>
    row['side'] === 'BUY' ? row['buy_child_order_acceptance_id'] : row['sell_child_order_acceptance_id'],
  )
  expect(takers[0]).toMatch(/^JRF20200101-120001-\d{6}$/)
  expect(new Set(takers).size).toBe(3)
  expect(takers[1]).toBe(takers[0])
})

test('tickers go at most twice a second', () => {
  const { connect, run } = openTradedVenue(bitflyer, orders)
  const { send, newMessages } = connect(socketUrl)
  send(ask('lightning_ticker_SYS_JPY'))
  newMessages()
  for (const ms of [1_499, 1_510, 1_720, 1_920, 2_050]) run(ms)
  expect(newMessages()).toMatchObject([
    { params: { message: { ltp: 20.664, state: 'RUNNING', timestamp: '2020-01-01T12:00:01.5104567Z' } } },
    { params: { message: { ltp: 20.807 } } },
  ])
})

test.each([
  ['not json', { error: { code: -32_700 }, id: null }],
  [
    { method: 'nope', id: 2 },
    { error: { code: -32_601 }, id: 2 },
  ],
  [{ method: 'subscribe', id: 2 }, { error: { code: -32_602, message: 'Invalid params' } }],
  [ask('nope_channel'), { error: { code: -32_602, message: 'invalid channel' } }],
])('%j gets a JSON-RPC reply', (request, reply) => {
  const { send, newMessages, closed } = openTradedVenue(bitflyer, orders).connect(socketUrl)
  send(request)
  expect(newMessages()).toMatchObject([reply])
  expect(closed).toEqual([])
})

test('subscribing twice is an error, a batch has a batch of replies, without id there is none', () => {
  const { send, newMessages } = openTradedVenue(bitflyer, orders).connect(socketUrl)
  const channel = 'lightning_ticker_SYS_JPY'
  send([ask(channel, 1), ask('lightning_ticker_ETH_JPY', 2)])
  send(ask(channel, 3))
  send({ method: 'unsubscribe', params: { channel } })
  send(ask(channel, 4))
  expect(newMessages()).toMatchObject([[ok(1), ok(2)], { id: 3, error: { code: -32_009 } }, ok(4)])
})

test('pings every 15 s; clients that miss one are dropped at the next', () => {
  const { connect, wait } = openTradedVenue(bitflyer, orders)
  const [answering, deaf] = [connect(socketUrl), connect(socketUrl)]
  wait(15_000)
  answering.pong()
  wait(15_000)
  expect([answering.closed, deaf.closed]).toEqual([[], [1006]])
  expect(answering.pings).toBe(2)
})

test('REST writes times without a Z, defaults to BTC_JPY, and lists a CFD in addition to spot', () => {
  // The small market has no dollars: here bitcoin trades against itself.
  const { get } = openTradedVenue(bitflyer, [...orders, order('BTCBTC', 1, 'buy', [100_000_000, 1])])
  expect(get(`${restUrl}/getticker?product_code=sys_jpy`).json).toMatchObject({
    product_code: 'SYS_JPY',
    timestamp: '2020-01-01T12:00:01.0004567',
    ltp: 21.45,
  })
  expect(get(`${restUrl}/getticker`).json).toMatchObject({ product_code: 'BTC_JPY', ltp: 715_000 })
  expect(get(`${restUrl}/getticker?product_code=FX_BTC_JPY`).json).toMatchObject({
    product_code: 'FX_BTC_JPY',
  })
  expect(get(`${restUrl}/getticker?product_code=NOPE_JPY`)).toMatchObject({
    status: 400,
    json: { status: -100, error_message: 'Invalid product', data: null },
  })
  expect(get(`${restUrl}/getmarkets`).json).toContainEqual({ product_code: 'FX_BTC_JPY', market_type: 'FX' })
})

test('boards: a pair that trips, a venue that stops', () => {
  const board = (events: object) =>
    openTradedVenue(bitflyer, orders, events).get(`${restUrl}/getboardstate?product_code=SYS_JPY`).json
  const span = { venue: 'bitflyer', from: t0, until: t0 + 60_000 }
  expect(board({})).toEqual({ health: 'NORMAL', state: 'RUNNING' })
  expect(board({ halts: [{ ...span, symbol: 'SYSBTC', status: 'BREAK' }] })).toEqual({
    health: 'NORMAL',
    state: 'CIRCUIT BREAK',
  })
  expect(board({ maintenance: [span] })).toEqual({ health: 'STOP', state: 'CLOSED' })
})

test('five hundred calls in five minutes, then 429', () => {
  const { get, wait } = openTradedVenue(bitflyer, orders)
  for (let i = 0; i < 500; i++) get(`${restUrl}/gethealth`)
  expect(get(`${restUrl}/gethealth`)).toMatchObject({ status: 429, json: { status: -1 } })
  wait(300_000)
  expect(get(`${restUrl}/gethealth`).status).toBe(200)
})

test('funding is that of the CFD alone, at the next of three times a day', () => {
  const { get } = openTradedVenue(bitflyer, [...orders, order('BTCBTC', 1, 'buy', [100_000_000, 1])])
  const of = (code: string) => get(`${restUrl}/getfundingrate?product_code=${code}`)
  const { current_funding_rate, next_funding_rate_settledate } = of('FX_BTC_JPY').json as Record<
    string,
    unknown
  >
  expect([current_funding_rate, next_funding_rate_settledate]).toEqual([0.0001, '2020-01-01T16:00:00'])
  expect([of('BTC_JPY').status, of('FX_NOPE_JPY').status]).toEqual([400, 400])
})
