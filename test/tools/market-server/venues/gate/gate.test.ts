import { expect, test } from 'vitest'
import { noEvents } from '../../../../../tools/market-server/market/events.ts'
import { T0 } from '../../../../../tools/market-server/small-market.ts'
import { openSmallDesk } from '../../../../../tools/market-server/venues/small-desk.ts'
import { gate } from '../../../../../tools/market-server/venues/gate/gate.ts'

const REST = 'https://api.gateio.ws/api/v4/spot'
const STREAM = 'wss://api.gateio.ws/ws/v4/'

test('any number of pairs in one payload, one message per fill', () => {
  const { visit, run } = openSmallDesk(gate)
  const client = visit(STREAM)
  client.say({ time: 0, id: 3, channel: 'spot.trades', event: 'subscribe', payload: ['SYS_BTC', 'ETH_BTC'] })
  client.say({ time: 0, channel: 'spot.trades', event: 'subscribe', payload: ['NOPE_BTC'] })
  run(1_000)
  expect(client.messages).toMatchObject([
    { id: 3, event: 'subscribe', result: { status: 'success' } },
    { error: { code: 2 }, result: null },
    {
      event: 'update',
      result: { currency_pair: 'SYS_BTC', side: 'buy', create_time_ms: `${T0 + 500}.000000` },
    },
    { event: 'update', result: { currency_pair: 'SYS_BTC', price: '0.0000501' } },
    { event: 'update', result: { currency_pair: 'ETH_BTC' } },
  ])
})

test('spot.ping keeps a line, a minute of silence ends it', () => {
  const { visit, wait } = openSmallDesk(gate)
  const [lively, silent] = [visit(STREAM), visit(STREAM)]
  wait(59_000)
  lively.say({ time: 0, channel: 'spot.ping' })
  wait(1_001)
  expect(lively.messages).toMatchObject([{ channel: 'spot.pong', result: null }])
  expect([lively.closed, silent.closed]).toEqual([[], [1000]])
})

test('a halted pair stays on the list as untradable; what cannot be moved is said per coin', () => {
  const span = { venue: 'gate', from: T0, until: T0 + 9_000 }
  const halts = [{ ...span, symbol: 'SYSBTC', status: 'HALT' as const }]
  const transfers = [{ ...span, asset: 'SYS', withdrawal: true }]
  const { read, run } = openSmallDesk(gate, { ...noEvents, halts, transfers })
  run(1_000)
  expect(read(`${REST}/currency_pairs`)).toContainEqual(
    expect.objectContaining({ id: 'SYS_BTC', trade_status: 'untradable' }),
  )
  expect(read(`${REST}/currencies`)).toContainEqual(
    expect.objectContaining({ currency: 'SYS', deposit_disabled: true, withdraw_disabled: false }),
  )
})

test('refusals carry a label: an unknown pair, too many requests', () => {
  const { get, wait } = openSmallDesk(gate)
  const odd = get(`${REST}/trades?currency_pair=NOPE_BTC`)
  expect([odd.status, JSON.parse(odd.body)]).toMatchObject([400, { label: 'INVALID_CURRENCY_PAIR' }])
  const statuses = Array.from({ length: 200 }, () => get(`${REST}/time`).status)
  expect([statuses[198], statuses[199]]).toEqual([200, 429])
  wait(10_000)
  expect(get(`${REST}/time`).status).toBe(200)
})
