import { expect, test } from 'vitest'
import { noEvents } from '../../../../../tools/market-server/market/events.ts'
import { t0 } from '../../small-market.ts'
import { openTestVenue } from '../test-venue.ts'
import { gate } from '../../../../../tools/market-server/venues/gate/gate.ts'

const restUrl = 'https://api.gateio.ws/api/v4/spot'
const streamUrl = 'wss://api.gateio.ws/ws/v4/'

test('any number of pairs in one payload, one message per fill', () => {
  const { connect, run } = openTestVenue(gate)
  const client = connect(streamUrl)
  client.send({
    time: 1_700_000_000,
    id: 3,
    channel: 'spot.trades',
    event: 'subscribe',
    payload: ['SYS_BTC', 'ETH_BTC'],
  })
  client.send({ time: 1_700_000_000, channel: 'spot.trades', event: 'subscribe', payload: ['NOPE_BTC'] })
  run(1_000)
  expect(client.messages).toMatchObject([
    { id: 3, event: 'subscribe', result: { status: 'success' } },
    { error: { code: 2 }, result: null },
    {
      event: 'update',
      result: { currency_pair: 'SYS_BTC', side: 'buy', create_time_ms: `${t0 + 500}.000000` },
    },
    { event: 'update', result: { currency_pair: 'SYS_BTC', price: '0.0000501' } },
    { event: 'update', result: { currency_pair: 'ETH_BTC' } },
  ])
})

test('spot.ping keeps a connection, a minute of silence ends it', () => {
  const { connect, wait } = openTestVenue(gate)
  const [lively, silent] = [connect(streamUrl), connect(streamUrl)]
  wait(59_000)
  lively.send({ time: 0, channel: 'spot.ping' })
  wait(1_001)
  expect(lively.messages).toMatchObject([{ channel: 'spot.pong', result: null }])
  expect([lively.closed, silent.closed]).toEqual([[], [1000]])
})

test('a halted pair stays listed as untradable; closed transfers are listed per coin', () => {
  const span = { venue: 'gate', from: t0, until: t0 + 9_000 }
  const halts = [{ ...span, symbol: 'SYSBTC', status: 'HALT' as const }]
  const transfers = [{ ...span, asset: 'SYS', withdrawal: true }]
  const { read, run } = openTestVenue(gate, { ...noEvents, halts, transfers })
  run(1_000)
  expect(read(`${restUrl}/currency_pairs`)).toContainEqual(
    expect.objectContaining({ id: 'SYS_BTC', trade_status: 'untradable' }),
  )
  expect(read(`${restUrl}/currencies`)).toContainEqual(
    expect.objectContaining({ currency: 'SYS', deposit_disabled: true, withdraw_disabled: false }),
  )
})

test('refusals carry a label: an unknown pair, too many requests', () => {
  const { get, wait } = openTestVenue(gate)
  const odd = get(`${restUrl}/trades?currency_pair=NOPE_BTC`)
  expect([odd.status, JSON.parse(odd.body)]).toMatchObject([400, { label: 'INVALID_CURRENCY_PAIR' }])
  const statuses = Array.from({ length: 200 }, () => get(`${restUrl}/time`).status)
  expect([statuses[198], statuses[199]]).toEqual([200, 429])
  wait(10_000)
  expect(get(`${restUrl}/time`).status).toBe(200)
})
