import { expect, test } from 'vitest'
import { noEvents } from '../../../../../tools/market-server/market/events.ts'
import { t0 } from '../../small-market.ts'
import { openTestVenue } from '../test-venue.ts'
import { bybit } from '../../../../../tools/market-server/venues/bybit/bybit.ts'

const restUrl = 'https://api.bybit.com/v5/market'
const streamUrl = 'wss://stream.bybit.com/v5/public/spot'

test('a halted pair is neither listed nor among the tickers', () => {
  const halt = { symbol: 'SYSBTC', status: 'HALT', venue: 'bybit', from: t0, until: t0 + 5_000 } as const
  const { read, run } = openTestVenue(bybit, { ...noEvents, halts: [halt] })
  run(1_000)
  const symbols = (url: string) =>
    (read(url) as { result: { list: { symbol: string }[] } }).result.list.map(({ symbol }) => symbol)
  const urls = [`${restUrl}/instruments-info?category=spot`, `${restUrl}/tickers?category=spot`]
  expect(urls.map((url) => symbols(url).includes('SYSBTC'))).toEqual([false, false])
  expect(read(`${restUrl}/tickers?category=spot&symbol=SYSBTC`)).toMatchObject({ retCode: 10001 })
  run(6_000)
  expect(urls.map((url) => symbols(url).includes('SYSBTC'))).toEqual([true, true])
})

test('beyond 600 requests in five seconds an IP gets a bare 403', () => {
  const { get, wait } = openTestVenue(bybit)
  const statuses = Array.from({ length: 601 }, () => get(`${restUrl}/time`).status)
  expect([statuses[599], statuses[600]]).toEqual([200, 403])
  expect(get(`${restUrl}/time`).body).toBe('403, access too frequent')
  wait(5_000)
  expect(get(`${restUrl}/time`).status).toBe(200)
})

test('ten args a request and no more; the trades of a step come in one message', () => {
  const { connect, run } = openTestVenue(bybit)
  const client = connect(streamUrl)
  client.send({ op: 'subscribe', args: Array.from({ length: 11 }, () => 'publicTrade.SYSBTC') })
  client.send({ op: 'subscribe', args: ['publicTrade.NOPE'] })
  run(1_000)
  client.send({ op: 'subscribe', args: ['publicTrade.SYSBTC'] })
  run(3_000)
  expect(client.messages).toMatchObject([
    { success: false, ret_msg: 'args size >10' },
    { success: false, ret_msg: 'error:handler not found,topic:publicTrade.NOPE' },
    { success: true, op: 'subscribe' },
    { topic: 'publicTrade.SYSBTC', type: 'snapshot', data: [{ S: 'Sell', p: '0.0000499', T: t0 + 2_500 }] },
  ])
})

test('clients that ping stay, silent ones are disconnected after a minute', () => {
  const { connect, wait } = openTestVenue(bybit)
  const [lively, silent] = [connect(streamUrl), connect(streamUrl)]
  wait(50_000)
  lively.send({ op: 'ping' })
  wait(10_001)
  expect(lively.messages).toMatchObject([{ success: true, ret_msg: 'pong', op: 'ping' }])
  expect([lively.closed, silent.closed]).toEqual([[], [1000]])
})
