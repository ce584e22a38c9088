import { expect, test } from 'vitest'
import { readMexcPush } from '../../../../../src/background/sockets/mexc-push.ts'
import { t0 } from '../../small-market.ts'
import { openTestVenue } from '../test-venue.ts'
import { mexc } from '../../../../../tools/market-server/venues/mexc/mexc.ts'

const streamUrl = 'wss://wbs-api.mexc.com/ws'
const topic = (symbol: string) => `spot@public.aggre.deals.v3.api.pb@100ms@${symbol}`

test('acknowledgements are text, trades are protobuf', () => {
  const { connect, run } = openTestVenue(mexc)
  const client = connect(streamUrl)
  client.send({ method: 'SUBSCRIPTION', params: [topic('SYSBTC')] })
  client.send({ method: 'PING' })
  run(1_000)
  const [ack, pong, push] = client.frames
  expect([ack, pong].map((frame) => JSON.parse(String(frame)) as unknown)).toEqual([
    { id: 0, code: 0, msg: topic('SYSBTC') },
    { id: 0, code: 0, msg: 'PONG' },
  ])
  expect(client.frames).toHaveLength(3)
  expect(readMexcPush(Uint8Array.from(push as Uint8Array).buffer)).toMatchObject({
    channel: topic('SYSBTC'),
    symbol: 'SYSBTC',
    publicAggreDeals: {
      deals: [
        { price: '0.00005', quantity: '3', tradeType: 1, time: String(t0 + 500) },
        { price: '0.0000501', quantity: '4', tradeType: 1 },
      ],
    },
  })
})

test('thirty subscriptions a connection; unknown pairs are blocked', () => {
  const { connect, run } = openTestVenue(mexc)
  const client = connect(streamUrl)
  client.send({ method: 'SUBSCRIPTION', params: Array.from({ length: 31 }, (_, i) => topic(`SYSBTC${i}`)) })
  client.send({ method: 'SUBSCRIPTION', params: [topic('NOPE')] })
  run(3_000)
  expect(client.messages.map((message) => (message as { msg: string }).msg.slice(0, 28))).toEqual([
    'Not Subscribed successfully!',
    'Not Subscribed successfully!',
  ])
})

test('a connection without subscriptions is closed after 30 s, a silent one after a minute', () => {
  const { connect, wait } = openTestVenue(mexc)
  const [idleCutoff, silent] = [connect(streamUrl), connect(streamUrl)]
  silent.send({ method: 'SUBSCRIPTION', params: [topic('SYSBTC')] })
  wait(30_000)
  expect([idleCutoff.closed, silent.closed]).toEqual([[], []])
  wait(1)
  expect([idleCutoff.closed, silent.closed]).toEqual([[1000], []])
  wait(30_000)
  expect(silent.closed).toEqual([1000])
})

test('the tickers cost forty of five hundred in ten seconds', () => {
  const { get, wait } = openTestVenue(mexc)
  const url = 'https://api.mexc.com/api/v3/ticker/24hr'
  const statuses = Array.from({ length: 13 }, () => get(url).status)
  expect([statuses[11], statuses[12]]).toEqual([200, 429])
  wait(10_000)
  expect(get(url)).toMatchObject({ status: 200, weight: 40 })
  expect(JSON.parse(get('https://api.mexc.com/api/v3/trades?symbol=NOPE').body)).toMatchObject({
    code: -1121,
  })
})
